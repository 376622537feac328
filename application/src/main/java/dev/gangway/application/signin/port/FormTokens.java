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
    FormToken issue(String form);

    /** The two halves, of which one travels in a cookie and one in the form. */
    record FormToken(OutboundSecret cookie, OutboundSecret field) {}

    /** Whether the halves belong together and to {@code form}. */
    boolean verify(String form, @Nullable String cookie, @Nullable String field);

    /** The token of every form in pages of a session; the session's cookie is its other half. */
    OutboundSecret ofSession(Digest sessionIdHash);

    /** Whether {@code field} is the token of the session. */
    boolean verifySession(Digest sessionIdHash, @Nullable String field);
}
