package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.RotateKeys;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.memory.InMemoryStore;
import dev.gangway.domain.shared.RequestOrigin;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node with keys of its own and a clock that the test moves; its rings are read on the caller's thread. */
final class Fixture {
    final MasterKey master = MasterKey.generate();
    final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T08:15:00.123456Z"));
    final TestRings rings = new TestRings();

    /** A node of this database, its keys ensured. */
    CryptoAdapters crypto() {
        return crypto(master, null);
    }

    CryptoAdapters crypto(MasterKey current, @Nullable MasterKey previous) {
        CryptoAdapters crypto = node(current, previous);
        crypto.ensureKeys();
        return crypto;
    }

    /** A node that has read nothing yet. */
    CryptoAdapters node(MasterKey current, @Nullable MasterKey previous) {
        return new CryptoAdapters(current, previous, rings, "sandbox", clock, Runnable::run);
    }

    /** The keys of {@code keys rotate}: published now, used in a minute. */
    List<WrappedKey> rotate(CryptoAdapters crypto) {
        RotateKeys rotation = new RotateKeys(
                rings, crypto.keyWrapping(), new InMemoryStore().ports().auditTrail(), clock);
        return switch (rotation.execute(new RotateKeys.Command(new RequestOrigin("test", "local")))) {
            case RotateKeys.Outcome.Rotated rotated -> rotated.added();
        };
    }

    /** The key of the job that follows: published now, used in a minute. */
    WrappedKey publishFingerprintKey(CryptoAdapters crypto) {
        Instant now = clock.instant();
        WrappedKey key =
                crypto.keyWrapping().generate(KeyPurpose.FINGERPRINTS, now, now.plus(WrappedKey.PUBLISHED_BEFORE_USE));
        rings.add(List.of(key));
        return key;
    }

    /** What only who holds the master key can know. */
    byte[] bytesOf(WrappedKey key) {
        return new MasterKeyWrapping(master, null).unwrap(key).forNimbus();
    }

    /** Every text that differs from {@code text} in one character, by others of {@code alphabet}. */
    static Stream<String> misspellings(String text, String alphabet) {
        return IntStream.range(0, text.length())
                .boxed()
                .flatMap(i -> alphabet.chars()
                        .filter(c -> c != text.charAt(i))
                        .mapToObj(c -> text.substring(0, i) + (char) c + text.substring(i + 1)));
    }

    /** Letters, digits and what else a token may be mistaken for. */
    static final String CHARACTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+/=~ \t\n\u0000é";

    /** The only key of a purpose. */
    WrappedKey only(KeyPurpose purpose) {
        List<WrappedKey> keys =
                rings.all().stream().filter(key -> key.purpose() == purpose).toList();
        if (keys.size() != 1) {
            throw new AssertionError("Not one key but " + keys.size() + " for " + purpose);
        }
        return keys.get(0);
    }
}
