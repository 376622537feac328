package dev.gangway.application.keys;

import dev.gangway.domain.shared.Ascii;

/** What a key of the ring is for; no key serves two purposes. */
public enum KeyPurpose {
    /** Seals users' exchange credentials (AES-256-GCM). Rotated by {@code keys rotate}. */
    SEALING,
    /** Signs redirect links (HS256). Rotated by {@code keys rotate}. */
    LINKS,
    /** Fingerprints API keys (HMAC-SHA256). Changes only in the job that re-seals, which follows {@code keys rotate}. */
    FINGERPRINTS,
    /** Authenticates form tokens (HMAC-SHA256). Rotated by {@code keys rotate}. */
    FORMS;

    /** The name in the database. */
    public String storedName() {
        return Ascii.lower(name());
    }
}
