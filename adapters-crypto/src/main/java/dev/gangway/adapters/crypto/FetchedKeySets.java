package dev.gangway.adapters.crypto;

import dev.gangway.application.auth.port.KeySetDocuments;
import dev.gangway.application.auth.port.KeySetDocuments.Fetched;
import dev.gangway.application.auth.port.KeySets;
import dev.gangway.domain.apikey.CredentialMaterial.KeySetAddress;
import dev.gangway.domain.apikey.JwsAlgorithm;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each set for ten minutes. Whatever a token says, an address is asked at most once a minute, by one caller, beyond its
 * first time, so that nobody can make us a hammer. Who comes meanwhile uses the copy that there is, and waits only if that
 * has not the key.
 */
final class FetchedKeySets implements KeySets {
    /** How long a copy is taken for the set. */
    static final Duration KEPT = Duration.ofMinutes(10);

    /** How often an address may be asked for a key that nobody has heard of, or that does not answer. */
    static final Duration PAUSE = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(FetchedKeySets.class);
    private static final int MAX_SETS = 10_000;

    private final KeySetDocuments documents;
    private final Clock clock;
    private final Map<KeySetAddress, Copy> copies = new ConcurrentHashMap<>();

    FetchedKeySets(KeySetDocuments documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** The last good copy of one set, if there ever was one, and when it was last asked for. */
    private static final class Copy {
        private final ReentrantLock fetching = new ReentrantLock();
        private volatile @Nullable PublishedKeys keys;
        private volatile Instant fetchedAt = Instant.MIN;
        private volatile Instant askedAt = Instant.MIN;
        private volatile boolean refetched;
    }

    @Override
    public void check(String field, KeySetAddress address) {
        String fault = switch (documents.fetch(address.url())) {
            case Fetched.Forbidden forbidden -> forbidden.why();
            case Fetched.Failed failed -> failed.why();
            case Fetched.Document document -> {
                PublishedKeys keys = PublishedKeys.read(document.bytes());
                yield keys == null
                        ? "answers with no set of public keys (RFC 7517)"
                        : keys.keys().isEmpty()
                                ? "publishes no key for signatures, RSA of 2048 bits or EC on P-256, P-384 or P-521"
                                : null;
            }
        };
        if (fault != null) {
            throw new InvalidValue(field, FieldError.INVALID_FORMAT, fault);
        }
    }

    @Override
    public Answer verify(
            KeySetAddress address, @Nullable String keyId, JwsAlgorithm algorithm, byte[] signed, byte[] signature) {
        Copy copy = copyOf(address);
        PublishedKeys keys = current(address, copy, keyId);
        if (keys == null) {
            return Answer.UNAVAILABLE;
        }
        return keys.verify(keyId, algorithm, signed, signature) ? Answer.VALID : Answer.INVALID;
    }

    private Copy copyOf(KeySetAddress address) {
        if (copies.size() >= MAX_SETS) {
            // of credentials that are no more; those that are in use are fetched again
            copies.clear();
        }
        return copies.computeIfAbsent(address, unknown -> new Copy());
    }

    private @Nullable PublishedKeys current(KeySetAddress address, Copy copy, @Nullable String keyId) {
        PublishedKeys now = copy.keys;
        if (now != null && !isDue(copy, keyId)) {
            return now;
        }
        if (isOfUse(now, keyId)) {
            if (!copy.fetching.tryLock()) {
                return now;
            }
        } else {
            // what there is does not help, and what is on its way may: all wait for the one that fetches
            copy.fetching.lock();
        }
        try {
            if (isDue(copy, keyId)) {
                fetch(address, copy);
            }
            return copy.keys;
        } finally {
            copy.fetching.unlock();
        }
    }

    private static boolean isOfUse(@Nullable PublishedKeys keys, @Nullable String keyId) {
        return keys != null && (keyId == null || keys.names(keyId));
    }

    private boolean isDue(Copy copy, @Nullable String keyId) {
        Instant now = clock.instant();
        PublishedKeys keys = copy.keys;
        if (keys == null) {
            return isOver(copy.askedAt, PAUSE, now);
        }
        if (!isOfUse(keys, keyId)) {
            // the first unknown key is asked for at once, it may be new; further ones wait their minute
            return !copy.refetched || isOver(copy.askedAt, PAUSE, now);
        }
        return isOver(copy.fetchedAt, KEPT, now) && isOver(copy.askedAt, PAUSE, now);
    }

    /** Whether {@code pause} has gone by; a clock that was put back ends it too. */
    private static boolean isOver(Instant since, Duration pause, Instant now) {
        return since.equals(Instant.MIN) || now.isBefore(since) || !now.isBefore(since.plus(pause));
    }

    private void fetch(KeySetAddress address, Copy copy) {
        boolean again = copy.keys != null;
        try {
            keep(documents.fetch(address.url()), address, copy, clock.instant());
        } finally {
            // not before it is over, or whoever comes meanwhile would not know that it is worth waiting
            copy.refetched = again;
            copy.askedAt = clock.instant();
        }
    }

    private static void keep(Fetched fetched, KeySetAddress address, Copy copy, Instant now) {
        switch (fetched) {
            case Fetched.Document document -> {
                PublishedKeys keys = PublishedKeys.read(document.bytes());
                if (keys == null || keys.keys().isEmpty()) {
                    LOG.warn("{} publishes no set of keys that could be used; the last good copy stays", address.url());
                } else {
                    copy.keys = keys;
                    copy.fetchedAt = now;
                }
            }
            case Fetched.Forbidden forbidden ->
                LOG.warn("{} {}; the last good copy of its keys stays", address.url(), forbidden.why());
            case Fetched.Failed failed ->
                LOG.warn("{} {}; the last good copy of its keys stays", address.url(), failed.why());
        }
    }
}
