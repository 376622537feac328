package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.application.testkit.contract.LinkSignerContract;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NimbusLinkSignerTest implements LinkSignerContract {
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final Fixture fixture = new Fixture();
    private final CryptoAdapters crypto = fixture.crypto();
    private final OutboundSecret id = crypto.randomTokens().next();
    private final String token = sign(crypto);

    @Override
    public LinkSigner signer() {
        return crypto.linkSigner();
    }

    @Override
    public LinkSigner signerOfAnotherRing() {
        return new Fixture().crypto().linkSigner();
    }

    @Test
    void carriesTheIdItsTimesAndNothingElse() {
        CompactJws jws = Objects.requireNonNull(CompactJws.parse(token));
        String kid = fixture.only(KeyPurpose.LINKS).id();

        assertThat(jws.header()).isEqualTo("{\"alg\":\"HS256\",\"kid\":\"" + kid + "\"}");
        assertThat(jws.payload())
                .isEqualTo("{\"jti\":\"" + id.value()
                        + "\",\"iat\":1795335300,\"exp\":1797927300,\"aud\":\"gangway/redirect\"}");
        assertThat(token).startsWith("eyJhbGciOi").hasSizeLessThan(300);
    }

    @Test
    void verifiesOnEveryNodeAndLongAfterItExpired() {
        assertThat(verify(crypto, token)).isEqualTo(id.value());
        assertThat(verify(fixture.crypto(), token)).isEqualTo(id.value());

        fixture.clock.advance(LIFETIME.multipliedBy(3));

        assertThat(verify(crypto, token)).isEqualTo(id.value());
    }

    @Test
    void refusesEveryChangeOfACharacter() {
        Stream<String> changed = Fixture.misspellings(token, Fixture.CHARACTERS);

        assertThat(changed.filter(other -> verify(crypto, other) != null)).isEmpty();
    }

    @Test
    void refusesEveryOtherSpelling() {
        String[] parts = token.split("\\.", -1);

        assertThat(Stream.of(
                                "",
                                ".",
                                "..",
                                "...",
                                token + "=",
                                token + "==",
                                token + ".",
                                "." + token,
                                token + " ",
                                " " + token,
                                token + "\n",
                                token + "\u0000",
                                token + "?x=1",
                                token.substring(0, token.length() - 1),
                                token.substring(1),
                                token.replace('.', ':'),
                                parts[0] + "=." + parts[1] + "." + parts[2],
                                parts[0] + "." + parts[1] + "=." + parts[2],
                                parts[0] + "." + parts[1],
                                parts[0] + "." + parts[1] + ".",
                                parts[0] + ".." + parts[2],
                                "." + parts[1] + "." + parts[2],
                                parts[0] + "." + parts[1] + "." + parts[2] + "." + parts[2],
                                parts[0] + "." + parts[1] + "." + parts[2] + "....",
                                token + "A".repeat(2048),
                                "A".repeat(1_000_000),
                                "{\"payload\":\"" + parts[1] + "\",\"protected\":\"" + parts[0] + "\",\"signature\":\""
                                        + parts[2] + "\"}")
                        .filter(other -> verify(crypto, other) != null))
                .isEmpty();
    }

    @Test
    void retiredKeysVerifyNothing() {
        WrappedKey key = fixture.only(KeyPurpose.LINKS);
        fixture.rings.retire(key.id(), fixture.clock.instant().plus(KeyRingReader.FRESH));

        fixture.clock.advance(KeyRingReader.FRESH.minusNanos(1));
        assertThat(verify(crypto, token)).isEqualTo(id.value());
        fixture.clock.advance(Duration.ofNanos(1));
        assertThat(verify(crypto, token)).isNull();
        assertThatThrownBy(() -> sign(crypto)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNewKeyVerifiesAtOnceAndSignsAMinuteLater() {
        CryptoAdapters other = fixture.crypto();
        String old = fixture.only(KeyPurpose.LINKS).id();
        WrappedKey added = fixture.rotate(crypto).stream()
                .filter(key -> key.purpose() == KeyPurpose.LINKS)
                .findFirst()
                .orElseThrow();
        String early = forge(added, LinkText.header(added.id()), claims());

        assertThat(verify(crypto, early)).isEqualTo(id.value());
        assertThat(keyOf(sign(crypto))).isEqualTo(old);

        fixture.clock.advance(WrappedKey.PUBLISHED_BEFORE_USE.minusMillis(1));
        assertThat(keyOf(sign(other))).isEqualTo(old);
        fixture.clock.advance(Duration.ofMillis(1));
        assertThat(keyOf(sign(crypto))).isEqualTo(added.id());
        assertThat(keyOf(sign(other))).isEqualTo(added.id());
        assertThat(verify(other, sign(crypto))).isEqualTo(id.value());
        assertThat(verify(crypto, token)).isEqualTo(id.value());
    }

    @Test
    void anotherInstallationsLinkIsForged() {
        assertThat(verify(new Fixture().crypto(), token)).isNull();
    }

    @Test
    void signsOnlyIdsThatItWouldRead() {
        Instant now = fixture.clock.instant();
        assertThat(Stream.of("", "short", "with blanks in it, and many", "quote\"quote\"quote\"quote", "A".repeat(129)))
                .allSatisfy(bad -> assertThatThrownBy(
                                () -> crypto.linkSigner().sign(new OutboundSecret(bad), now, now.plus(LIFETIME)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageNotContaining("quote\""));
    }

    private String claims() {
        return LinkText.claims(id.value(), 1_795_335_300L, 1_797_927_300L);
    }

    private String forge(WrappedKey key, String header, String payload) {
        return JwsForge.hs256(fixture.bytesOf(key), header, payload);
    }

    private static String keyOf(String token) {
        return Objects.requireNonNull(
                LinkText.keyIdIn(Objects.requireNonNull(CompactJws.parse(token)).header()));
    }

    private String sign(CryptoAdapters by) {
        Instant now = fixture.clock.instant();
        return by.linkSigner().sign(id, now, now.plus(LIFETIME)).value();
    }

    private static @Nullable String verify(CryptoAdapters by, String token) {
        Secret found = by.linkSigner().verify(Secret.of(token));
        return found == null ? null : found.reveal();
    }
}
