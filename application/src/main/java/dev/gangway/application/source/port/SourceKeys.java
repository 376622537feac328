package dev.gangway.application.source.port;

import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.source.CredentialFingerprints;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of sources, as far as their owners change them. */
public interface SourceKeys {
    /** The source that holds a key, or null if this user has no such source (merged ones are none). */
    @Nullable
    KeyHolder find(UserId user, SourceId source);

    /**
     * A source and its key's state.
     *
     * @param failure why its last import failed, null if it did not
     * @param uploaded whether its history came from files: it has no key
     */
    record KeyHolder(
            SourceId id,
            ExchangeName exchange,
            SourceStatus status,
            @Nullable SourceFailure failure,
            boolean uploaded) {}

    /** What a new key has to be fingerprinted under, to be compared with those that the user has: ids of the ring's keys. */
    Set<String> ringKeys(UserId user);

    /**
     * Puts the key in the place of the one that the source has, takes back what waits to be imported with the old one,
     * queues an import with the new one and records {@code audit}: all or nothing. A failed source is {@code processing}
     * again. A run that is under way loses the source. The history stays.
     */
    Replaced replace(NewKey key, AuditEntry audit);

    /** A sealed key for a source. */
    record NewKey(
            UserId owner, SourceId source, SealedCredentials sealed, CredentialFingerprints fingerprints, Instant at) {}

    /** What replacing came to. */
    enum Replaced {
        /** The source has the key. */
        REPLACED,
        /** Another source of the user's has that very key. */
        IN_USE,
        /** None: another source of the user's is fingerprinted under a key of the ring that this one is not. */
        OTHER_RING_KEY,
        /** The source's history was uploaded: it has no key. */
        WAS_UPLOADED,
        /** The user has no such source. */
        NO_SUCH_SOURCE
    }
}
