package dev.gangway.adapters.http.route;

import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Cookies;
import dev.gangway.application.signin.ResumeSession;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.signin.Session;
import org.jspecify.annotations.Nullable;

/** Who is signed in on the browser that asks, by its session cookie. */
public final class SignedIn {
    private final ResumeSession sessions;
    private final Cookies cookie;

    /**
     * @param sessions tells whose session it is
     * @param secure whether the base URL is https
     */
    public SignedIn(ResumeSession sessions, boolean secure) {
        this.sessions = sessions;
        this.cookie = new Cookies("gangway_session", secure);
    }

    /** The session of the browser that asks, null if nobody is signed in there. */
    public @Nullable Session session(Call call) {
        String value = cookie.in(call.headers("Cookie"));
        if (value == null) {
            return null;
        }
        return switch (sessions.execute(new ResumeSession.Command(Secret.of(value)))) {
            case ResumeSession.Outcome.SignedIn signedIn -> {
                call.trace().askedBy(signedIn.session().userId());
                yield signedIn.session();
            }
            case ResumeSession.Outcome.NobodySignedIn nobody -> null;
        };
    }

    /** The {@code Set-Cookie} of a session that begins. */
    public String begin(OutboundSecret sessionToken) {
        return cookie.set(sessionToken.value());
    }

    /** The {@code Set-Cookie} of a session that is over. */
    public String end() {
        return cookie.clear();
    }
}
