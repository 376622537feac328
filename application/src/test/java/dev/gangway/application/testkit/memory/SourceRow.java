package dev.gangway.application.testkit.memory;

import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.domain.registration.OfferedSource;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.ImportRunId;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.upload.UploadedLine;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A source as it is stored. */
record SourceRow(
        SourceId id,
        UserId owner,
        ExchangeName exchange,
        CredentialFingerprint fingerprint,
        SealedCredentials sealed,
        Progress progress,
        Instant createdAt) {
    /** How far its imports have come; {@code run} is the one that may write, null if none may. */
    record Progress(
            SourceStatus status,
            @Nullable SourceFailure failure,
            @Nullable AccountReference account,
            @Nullable String cursor,
            @Nullable ImportRunId run,
            @Nullable Instant importedAt) {
        Progress running(@Nullable ImportRunId next) {
            return new Progress(status, failure, account, cursor, next, importedAt);
        }

        Progress at(@Nullable String next) {
            return new Progress(status, failure, account, next, run, importedAt);
        }

        Progress of(AccountReference bound) {
            return new Progress(status, failure, bound, cursor, run, importedAt);
        }

        Progress ended(SourceStatus next, @Nullable SourceFailure why, @Nullable Instant imported) {
            return new Progress(next, why, account, cursor, null, imported);
        }

        /** Of a failed source: from the beginning, where a cursor that the exchange no longer takes is forgotten. */
        Progress requeued() {
            return new Progress(SourceStatus.PROCESSING, null, account, null, null, importedAt);
        }

        Progress withoutFailure() {
            return new Progress(status, null, account, cursor, run, importedAt);
        }

        Progress queuedAgain() {
            return status.canBeRetried() ? requeued() : this;
        }
    }

    static SourceRow added(OfferedSource offered, UserId owner, Instant now) {
        return new SourceRow(
                offered.id(),
                owner,
                offered.exchange(),
                offered.fingerprints().inUse(),
                offered.sealed(),
                new Progress(SourceStatus.PROCESSING, null, null, null, null, null),
                now);
    }

    SourceRow with(Progress next) {
        return new SourceRow(id, owner, exchange, fingerprint, sealed, next, createdAt);
    }

    SourceRow with(SealedCredentials credentials, CredentialFingerprint theirs) {
        return new SourceRow(id, owner, exchange, theirs, credentials, progress, createdAt);
    }

    /** With the same credentials, sealed and fingerprinted anew. */
    SourceRow sealedAs(String text, CredentialFingerprint theirs) {
        return with(new SealedCredentials(sealed.id(), sealed.owner(), text), theirs);
    }

    /** With the key of another source of the same account. */
    SourceRow withKeyOf(SourceRow other) {
        return with(other.sealed, other.fingerprint);
    }

    /** What its next import ranks as. */
    ImportPriority priority() {
        return progress.status() == SourceStatus.POPULATED ? ImportPriority.REFRESH : ImportPriority.FIRST;
    }

    /** The source that holds what a user uploads; its credentials stand for none. */
    static SourceRow uploads(SourceId id, UserId owner, Instant now) {
        CredentialsId none = new CredentialsId(CredentialsId.PREFIX + id.value().substring(SourceId.PREFIX.length()));
        return new SourceRow(
                id,
                owner,
                UploadedLine.UPLOADS,
                noFingerprint(id),
                new SealedCredentials(none, owner, ""),
                new Progress(SourceStatus.POPULATED, null, null, null, null, now),
                now);
    }

    /** Without its key, which whoever had sent it has taken back. */
    SourceRow withoutKey() {
        CredentialFingerprint none = noFingerprint(id);
        Progress next =
                progress.ended(SourceStatus.CREDENTIALS_FAILED, SourceFailure.KEY_WITHDRAWN, progress.importedAt());
        SealedCredentials nothing = new SealedCredentials(sealed.id(), owner, "");
        return new SourceRow(id, owner, exchange, none, nothing, next, createdAt);
    }

    /** Equal to nobody's. */
    private static CredentialFingerprint noFingerprint(SourceId id) {
        return new CredentialFingerprint(
                CredentialFingerprint.UNNAMED, Hashes.of(id.value()), Hashes.of("secret " + id.value()));
    }

    /** Whether there is a key, as uploads, merged sources and those whose key was withdrawn have none. */
    boolean hasKey() {
        return !isMerged() && !sealed.sealed().isEmpty();
    }

    boolean isUploaded() {
        return exchange.equals(UploadedLine.UPLOADS);
    }

    boolean isMerged() {
        return progress.status() == SourceStatus.MERGED;
    }
}
