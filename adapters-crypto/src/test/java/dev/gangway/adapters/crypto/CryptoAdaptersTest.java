package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CryptoAdaptersTest {
    private final Fixture fixture = new Fixture();

    @Test
    void giveEachPurposeItsFirstKeyOnce() {
        fixture.crypto();
        List<WrappedKey> first = fixture.rings.all();
        fixture.crypto();

        assertThat(first).extracting(WrappedKey::purpose).containsExactlyInAnyOrder(KeyPurpose.values());
        assertThat(fixture.rings.all()).isEqualTo(first);
    }

    @Test
    void nodesThatStartAtOnceShareTheirKeys() throws Exception {
        List<CryptoAdapters> started = Race.among(16, i -> {
            CryptoAdapters node =
                    CryptoAdapters.with(fixture.master, null, fixture.rings, "sandbox", Clock.systemUTC());
            node.ensureKeys();
            return node;
        });
        assertThat(fixture.rings.all()).hasSize(KeyPurpose.values().length);
        for (CryptoAdapters one : started) {
            String token = sign(one);
            assertThat(started)
                    .allSatisfy(other -> assertThat(other.linkSigner().verify(Secret.of(token)))
                            .isNotNull());
        }
    }

    @Test
    void refuseToStartUnderAMasterKeyThatOpensNothingAndAddNothing() {
        WrappedKey only = new MasterKeyWrapping(fixture.master, null)
                .generate(KeyPurpose.LINKS, fixture.clock.instant(), fixture.clock.instant());
        fixture.rings.addFirst(only);
        MasterKey wrong = MasterKey.generate();

        assertThatThrownBy(() -> fixture.crypto(wrong, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(fixture.master.id())
                .hasMessageContaining(wrong.id());
        assertThat(fixture.rings.all()).containsExactly(only);
    }

    @Test
    void goOnThroughAChangeOfTheMasterKey() {
        CryptoAdapters before = fixture.crypto();
        String token = sign(before);
        MasterKey next = MasterKey.generate();

        CryptoAdapters after = fixture.crypto(next, fixture.master);
        assertThat(after.linkSigner().verify(Secret.of(token))).isNotNull();
        fixture.rotate(after);
        fixture.clock.advance(Duration.ofMinutes(5));

        // the node that was not given the next master key goes on with the keys that it had
        assertThat(before.linkSigner().verify(Secret.of(token))).isNotNull();
        assertThat(sign(before)).isNotEmpty();
        assertThat(after.linkSigner().verify(Secret.of(sign(before)))).isNotNull();
        // what it cannot read is a fault of its own, neither forged nor lost
        String unreadable = sign(after);
        assertThatThrownBy(() -> before.linkSigner().verify(Secret.of(unreadable)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(next.id());
        // and the previous master key is needed no more
        CryptoAdapters later = fixture.crypto(next, null);
        assertThat(later.linkSigner().verify(Secret.of(token))).isNotNull();
        assertThat(fixture.rings.all()).extracting(WrappedKey::masterKeyId).containsOnly(next.id());
    }

    @Test
    void findTheirKeysWithoutBeingStartedWhereTheyAre() {
        fixture.crypto();

        assertThat(sign(CryptoAdapters.with(fixture.master, null, fixture.rings, "sandbox", fixture.clock)))
                .isNotEmpty();
    }

    @Test
    void signWithAFirstKeyOfANodeWhoseClockIsAhead() {
        fixture.clock.advance(Duration.ofSeconds(10));
        CryptoAdapters ahead = fixture.crypto();
        fixture.clock.advance(Duration.ofSeconds(-10));

        assertThat(ahead.linkSigner().verify(Secret.of(sign(fixture.crypto())))).isNotNull();
    }

    @Test
    void printNoKeys() {
        fixture.crypto();
        byte[] key = fixture.bytesOf(fixture.only(KeyPurpose.LINKS));

        assertThat(new RingKey("kid", KeyPurpose.LINKS, new KeyBytes(key), fixture.clock.instant(), null))
                .asString()
                .contains("[key]")
                .doesNotContain(Base64Url.encode(key));
    }

    private String sign(CryptoAdapters by) {
        OutboundSecret id = by.randomTokens().next();
        return by.linkSigner()
                .sign(id, fixture.clock.instant(), fixture.clock.instant().plus(Duration.ofDays(30)))
                .value();
    }
}
