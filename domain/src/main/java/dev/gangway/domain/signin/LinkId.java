package dev.gangway.domain.signin;

import dev.gangway.domain.shared.Ulid;

/** What a partner calls a redirect link: {@code lnk_} and a ULID. It opens nothing; the id in the token is another. */
public record LinkId(String value) {
    /** What every link's id starts with. */
    public static final String PREFIX = "lnk_";

    /** Checks the form. */
    public LinkId {
        Ulid.checked("link_id", PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
