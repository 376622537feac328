package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node with keys of its own and a clock that the test moves; its rings are read on the caller's thread. */
final class Fixture {
    final MasterKey master = MasterKey.generate();
    final HandClock clock = new HandClock();
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

    /** The only key of a purpose. */
    WrappedKey only(KeyPurpose purpose) {
        List<WrappedKey> keys =
                rings.all().stream().filter(key -> key.purpose() == purpose).toList();
        if (keys.size() != 1) {
            throw new AssertionError("Not one key but " + keys.size() + " for " + purpose);
        }
        return keys.get(0);
    }

    /** A clock that stands still until it is moved. */
    static final class HandClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T08:15:00.123456Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("UTC only");
        }
    }
}
