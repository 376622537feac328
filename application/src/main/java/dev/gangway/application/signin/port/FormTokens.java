package dev.gangway.application.signin.port;

import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.OutboundSecret;
import org.jspecify.annotations.Nullable;

/** Tokens that prove that a form was posted from our own page (OWASP: signed double-submit cookie). */
public interface FormTokens {
    /**
     * A token for a form that is shown before sign-in.
     *
     * @param form which form it is, such as the link's id; a token holds for no other
     */
    default FormToken issue(String form) {
        return issue(form, null);
    }

    /**
     * A token for a form that is shown before sign-in, to a browser that may have the cookie of another such form: that
     * cookie stays, so that pages which are open side by side all hold.
     *
     * @param cookie what the browser sent, null if nothing; what no token of ours could be is not kept
     */
    FormToken issue(String form, @Nullable String cookie);

    /** The two halves, of which one travels in a cookie and one in the form. */
    record FormToken(OutboundSecret cookie, OutboundSecret field) {}

    /** Whether the halves belong together and to {@code form}. */
    boolean verify(String form, @Nullable String cookie, @Nullable String field);

    /** The token of every form in pages of a session; the session's cookie is its other half. */
    OutboundSecret ofSession(Digest sessionIdHash);

    /** Whether {@code field} is the token of the session. */
    boolean verifySession(Digest sessionIdHash, @Nullable String field);
}
