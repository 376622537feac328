package dev.gangway.domain.user;

import dev.gangway.domain.shared.Ulid;

/** A user's identity: {@code usr_} and a ULID. */
public record UserId(String value) {
    /** What every user id starts with. */
    public static final String PREFIX = "usr_";

    /** Checks the form. */
    public UserId {
        Ulid.checked("user_id", PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
