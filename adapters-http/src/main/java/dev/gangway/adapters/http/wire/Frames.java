package dev.gangway.adapters.http.wire;

import dev.gangway.adapters.http.page.PageFrame;
import dev.gangway.application.signin.port.FormTokens;
import dev.gangway.domain.signin.Session;
import org.jspecify.annotations.Nullable;

/** What surrounds a page: who is signed in, with the form token of their Sign out button. */
public final class Frames {
    private final FormTokens tokens;

    /** Takes form tokens from {@code tokens}. */
    public Frames(FormTokens tokens) {
        this.tokens = tokens;
    }

    /** The frame of a page that this session sees, or nobody's. */
    public PageFrame of(@Nullable Session session) {
        return session == null ? PageFrame.anonymous() : PageFrame.signedIn(session.email(), token(session));
    }

    /** The token that the session's forms must send back. */
    public String token(Session session) {
        return tokens.ofSession(session.idHash()).value();
    }
}
