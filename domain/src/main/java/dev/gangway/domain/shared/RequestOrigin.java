package dev.gangway.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * Where a change came from, for the audit log.
 *
 * @param requestId the request's id, or the command's name
 * @param address the caller's network address, or {@code local} on the command line
 * @param scheme how whoever asked had proved who they are: a partner's authentication scheme, {@link #SESSION},
 *     {@link #LINK} or {@link #COMMAND_LINE}; null if nobody had to
 * @param actor who asked, where no credential tells: a user's id, or the name of whoever is at the command line; null if
 *     nobody knows
 */
public record RequestOrigin(
        String requestId,
        String address,
        @Nullable String scheme,
        @Nullable String actor) {
    /** The scheme of people who are signed in. */
    public static final String SESSION = "Session";

    /** The scheme of people who come by a redirect link. */
    public static final String LINK = "Link";

    /** The scheme of the command line. */
    public static final String COMMAND_LINE = "CommandLine";

    /** Where a change came from that nobody had to prove anything for. */
    public RequestOrigin(String requestId, String address) {
        this(requestId, address, null, null);
    }

    /** The same, once it is known who asks. */
    public RequestOrigin by(String provedBy, @Nullable String who) {
        return new RequestOrigin(requestId, address, provedBy, who);
    }
}
