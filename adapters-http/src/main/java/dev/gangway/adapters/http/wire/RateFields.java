package dev.gangway.adapters.http.wire;

import dev.gangway.application.auth.Quota;
import dev.gangway.application.auth.port.CallRates;
import java.time.Duration;

/**
 * A quota as header fields (draft-ietf-httpapi-ratelimit-headers): lists of one string with parameters, in the form of
 * RFC 9651. A policy's name is ours and holds nothing that would have to be escaped.
 */
public final class RateFields {
    /** The field that names the limit. */
    public static final String POLICY = "RateLimit-Policy";

    /** The field that tells what is left of it. */
    public static final String LIMIT = "RateLimit";

    private RateFields() {}

    /** Such as {@code "credential";q=120;w=60}. */
    public static String policy(Quota quota) {
        return name(quota) + ";q=" + quota.limit() + ";w=" + CallRates.WINDOW.toSeconds();
    }

    /** Such as {@code "credential";r=37;t=22}. */
    public static String limit(Quota quota) {
        return name(quota) + ";r=" + quota.remaining() + ";t=" + wholeSeconds(quota.reset());
    }

    /** {@code Retry-After}: the seconds after which there is room, never too early. */
    public static String retryAfter(Quota quota) {
        return Long.toString(wholeSeconds(quota.reset()));
    }

    private static String name(Quota quota) {
        return '"' + quota.policy() + '"';
    }

    private static long wholeSeconds(Duration duration) {
        return Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
