package dev.gangway.application.upload.port;

import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.upload.UploadId;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What users have uploaded, apart from every ledger until they confirm it. */
public interface Uploads {
    /** The user's sources that have a key: what is read from an exchange need not be uploaded. */
    Set<SourceId> connected(UserId user);

    /** Begins an upload. Of the user's older ones all but {@code kept} go, latest kept. */
    void open(UploadId upload, UserId user, Instant expiresAt, int kept);

    /** Keeps a part of it, numbered from 0. */
    void append(UploadId upload, int part, List<LedgerTransaction> transactions);

    /** Ends it: it holds so many transactions and can be confirmed. One that never ends never can. */
    void close(UploadId upload, int transactions);

    /**
     * Stores the transactions in the user's source of uploads, which becomes {@code source} if there is none yet, those
     * left out that it has (by external id), and records {@code audit}: all or nothing. Of any number of simultaneous
     * calls one stores.
     */
    Confirmed confirm(UploadId upload, UserId user, SourceId source, Instant now, AuditEntry audit);

    /** What confirming came to. */
    enum Confirmed {
        /** This call stored it. */
        STORED,
        /** An earlier one did. */
        STORED_BEFORE,
        /** The user has no such upload, or has it no more. */
        NO_SUCH_UPLOAD
    }

    /**
     * Forgets the uploads whose time is over.
     *
     * @return how many
     */
    int purge(Instant now);
}
