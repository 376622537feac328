package dev.gangway.application.auth.port;

import dev.gangway.domain.apikey.CredentialId;
import java.time.Instant;

/** Remembers the signatures that were accepted, on every node and across restarts, so that each is accepted once. */
public interface SignatureMarks {
    /**
     * Marks a signature as used. Of any number of simultaneous calls exactly one is the first.
     *
     * @param timestamp what it was made at, seconds since 1970; part of its identity (seed 004)
     * @param signature the signature's bytes
     * @param keptUntil when the mark may be forgotten: the signature is too old by then
     * @return whether it was not marked yet
     */
    boolean mark(CredentialId credential, long timestamp, byte[] signature, Instant keptUntil);

    /** Forgets marks that may be forgotten at {@code now}; returns how many. */
    int forget(Instant now);
}
