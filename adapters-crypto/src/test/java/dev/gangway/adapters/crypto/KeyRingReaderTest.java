package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyRingReaderTest {
    private final Fixture fixture = new Fixture();
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
    private final KeyRingReader reader =
            new KeyRingReader(fixture.rings, new MasterKeyWrapping(fixture.master, null), fixture.clock, asked::add);
    private String kid = "";

    @BeforeEach
    void readOnce() {
        fixture.crypto();
        kid = fixture.only(KeyPurpose.LINKS).id();
        reader.readNow();
        fixture.rings.reads.set(0);
    }

    @Test
    void doesNotTouchTheDatabaseWhileTheCopyIsFresh() {
        fixture.clock.advance(KeyRingReader.FRESH.minusNanos(1));
        for (int i = 0; i < 1_000; i++) {
            assertThat(reader.active(KeyPurpose.LINKS).id()).isEqualTo(kid);
            assertThat(reader.usable(KeyPurpose.LINKS, kid)).isNotNull();
        }
        assertThat(asked).isEmpty();
        assertThat(fixture.rings.reads).hasValue(0);
    }

    @Test
    void readsAgainOnceWhileEverybodyGoesOnWithTheCopy() {
        fixture.clock.advance(KeyRingReader.FRESH);
        for (int i = 0; i < 1_000; i++) {
            assertThat(reader.active(KeyPurpose.LINKS).id()).isEqualTo(kid);
        }
        assertThat(asked).hasSize(1);
        assertThat(fixture.rings.reads).hasValue(0);

        asked.remove().run();
        reader.active(KeyPurpose.LINKS);

        assertThat(fixture.rings.reads).hasValue(1);
        assertThat(asked).isEmpty();
    }

    @Test
    void isNeverAsOldAsAKeyIsPublishedBeforeItsUse() {
        assertThat(KeyRingReader.FRESH).isLessThan(KeyRingReader.USABLE);
        assertThat(KeyRingReader.USABLE).isLessThan(WrappedKey.PUBLISHED_BEFORE_USE);
    }

    @Test
    void aNodeThatWasIdleWaitsForTheNewKeys() {
        CryptoAdapters idle = fixture.crypto();
        CryptoAdapters busy = fixture.crypto();
        String formerFormKey = fixture.only(KeyPurpose.FORMS).id();
        fixture.rotate(busy);
        fixture.clock.advance(Duration.ofHours(1));
        fixture.rings.reads.set(0);

        assertThat(idle.formTokens().issue("x").field().value()).doesNotStartWith(formerFormKey);
        assertThat(idle.linkSigner()
                        .sign(idle.randomTokens().next(), fixture.clock.instant(), fixture.clock.instant())
                        .value())
                .doesNotContain(Base64Url.encode(kid.getBytes(StandardCharsets.UTF_8)));
        assertThat(fixture.rings.reads).hasValue(1);
    }

    @Test
    void keepsTheLastGoodCopyWhileTheDatabaseIsDown() {
        fixture.rings.down = true;
        for (int minute = 0; minute < 60; minute++) {
            fixture.clock.advance(Duration.ofMinutes(1));
            CryptoAdapters node = fixture.node(fixture.master, null);
            assertThatThrownBy(() -> node.formTokens().issue("x")).isInstanceOf(IllegalStateException.class);
            runs(reader);
            assertThat(reader.active(KeyPurpose.LINKS).id()).isEqualTo(kid);
        }
    }

    @Test
    void asksARestingDatabaseNoMoreOftenThanItsPause() {
        fixture.clock.advance(KeyRingReader.FRESH);
        fixture.rings.down = true;
        runs(reader);
        for (int i = 0; i < 100; i++) {
            reader.active(KeyPurpose.LINKS);
        }
        assertThat(asked).isEmpty();

        fixture.clock.advance(KeyRingReader.PAUSE);
        fixture.rings.down = false;
        runs(reader);
        assertThat(fixture.rings.reads).hasValue(2);
    }

    @Test
    void anUnknownKeyIsLookedForOnceInAWhileHoweverManyAreNamed() {
        KeyRingReader direct = new KeyRingReader(
                fixture.rings, new MasterKeyWrapping(fixture.master, null), fixture.clock, Runnable::run);
        direct.readNow();
        fixture.rings.reads.set(0);

        for (int i = 0; i < 1_000; i++) {
            assertThat(direct.usable(KeyPurpose.LINKS, "unknown" + i)).isNull();
        }
        assertThat(fixture.rings.reads).hasValue(1);

        fixture.clock.advance(KeyRingReader.PAUSE);
        direct.usable(KeyPurpose.LINKS, "unknown");
        assertThat(fixture.rings.reads).hasValue(2);
    }

    @Test
    void whetherAKeyExistsCannotBeToldFromACopyThatIsTooOld() {
        KeyRingReader direct = new KeyRingReader(
                fixture.rings, new MasterKeyWrapping(fixture.master, null), fixture.clock, Runnable::run);
        direct.readNow();
        fixture.rings.down = true;

        fixture.clock.advance(KeyRingReader.USABLE.minusNanos(1));
        assertThat(direct.usable(KeyPurpose.LINKS, "unknown")).isNull();
        fixture.clock.advance(Duration.ofNanos(1));
        assertThatThrownBy(() -> direct.usable(KeyPurpose.LINKS, "unknown"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("unknown");
        assertThat(direct.usable(KeyPurpose.LINKS, kid)).isNotNull();
    }

    @Test
    void aKeyIsNotFoundUnderAnotherPurposeNorLookedForThere() {
        assertThat(reader.usable(KeyPurpose.FORMS, kid)).isNull();
        assertThat(asked).isEmpty();
    }

    @Test
    void readsAgainWhenTheClockWasSetBack() {
        fixture.clock.advance(Duration.ofDays(-1));
        runs(reader);

        assertThat(fixture.rings.reads).hasValue(1);
        reader.active(KeyPurpose.LINKS);
        assertThat(asked).isEmpty();
    }

    @Test
    void anExecutorThatRefusesIsAFailedReading() {
        KeyRingReader refused =
                new KeyRingReader(fixture.rings, new MasterKeyWrapping(fixture.master, null), fixture.clock, task -> {
                    throw new RejectedExecutionException("shut down");
                });
        refused.readNow();
        fixture.clock.advance(Duration.ofHours(1));

        assertThat(refused.active(KeyPurpose.LINKS).id()).isEqualTo(kid);
    }

    @Test
    void isEmptyWithoutKeys() {
        KeyRingReader empty = new KeyRingReader(
                new TestRings(), new MasterKeyWrapping(fixture.master, null), fixture.clock, Runnable::run);

        assertThatThrownBy(() -> empty.active(KeyPurpose.LINKS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("links");
    }

    /** Lets a caller come by, and what it asked for happen: a copy that is too old makes callers wait. */
    private void runs(KeyRingReader any) {
        Thread caller = Thread.ofPlatform().daemon().start(() -> any.active(KeyPurpose.LINKS));
        while (caller.isAlive()) {
            Runnable reading = asked.poll();
            if (reading != null) {
                reading.run();
            }
            Thread.onSpinWait();
        }
        asked.forEach(Runnable::run);
        asked.clear();
    }
}
