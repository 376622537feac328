package dev.gangway.application.audit;

import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.shared.Ascii;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that was refused for want of proof. What the caller has chosen is bounded and printable.
 *
 * @param reason why, in the few words that all calls share which are refused alike
 * @param scheme the scheme that refused it, null if none was found
 * @param credential the credential's id as the call named it, byte for byte; null if it named none. What looks like no id is
 *     left out: it may be a secret in the wrong place
 * @param route method and path template
 * @param requestId the call's id, which the caller may have chosen
 * @param address where it came from
 * @param at when
 */
public record RefusedCall(
        String reason,
        @Nullable String scheme,
        @Nullable String credential,
        String route,
        String requestId,
        String address,
        Instant at) {
    private static final int MAX_REASON = 120;
    private static final int MAX_CREDENTIAL = 64;

    /** Bounds what the caller has chosen. */
    public RefusedCall {
        reason = Printable.of(reason, MAX_REASON);
        credential = credential != null && isLikeAnId(credential) ? credential : null;
    }

    /** Some spelling of an id, near misses included; no secret, token or signature of ours is like it. */
    private static boolean isLikeAnId(String text) {
        return text.length() <= MAX_CREDENTIAL
                && Ascii.lower(text).startsWith(CredentialId.PREFIX)
                && Ascii.consistsOf(text, 0, RefusedCall::isOfIds);
    }

    private static boolean isOfIds(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    }
}
