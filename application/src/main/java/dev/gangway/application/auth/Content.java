package dev.gangway.application.auth;

import dev.gangway.application.auth.port.ContentHashes.ContentHash;

/** A call's body, for a scheme whose signature covers it. */
@FunctionalInterface
public interface Content {
    /** No body. */
    Content NONE = hash -> Arrival.WHOLE;

    /** Adds all of the body to {@code hash}; the route can read it nevertheless. */
    Arrival addTo(ContentHash hash);

    /** What came of a body. */
    enum Arrival {
        /** All of it. */
        WHOLE,
        /** More than anybody hashes for a stranger. */
        TOO_LARGE,
        /** The sender gave up, or sent too slowly. */
        BROKEN
    }
}
