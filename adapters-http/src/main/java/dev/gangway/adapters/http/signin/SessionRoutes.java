package dev.gangway.adapters.http.signin;

import dev.gangway.adapters.http.page.Pages;
import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.PublicPath;
import dev.gangway.adapters.http.route.PublicRoute;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.route.SignedIn;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.FormBody;
import dev.gangway.adapters.http.wire.Json;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.adapters.http.wire.SameOrigin;
import dev.gangway.application.signin.SignOut;
import dev.gangway.application.signin.port.FormTokens;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.signin.Session;
import java.time.Duration;
import java.util.List;

/** Who is signed in, and signing out. */
public final class SessionRoutes {
    private static final String FAREWELL = "/signed-out";

    private final SignOut signOut;
    private final SignedIn signedIn;
    private final FormTokens tokens;
    private final SameOrigin origin;
    private final Pages pages;
    private final Gate gate;
    private final Duration patience;

    /**
     * @param origin tells posts of other sites
     * @param gate words refusals
     * @param patience how long a body may take to arrive
     */
    public SessionRoutes(
            SignOut signOut,
            SignedIn signedIn,
            FormTokens tokens,
            SameOrigin origin,
            Pages pages,
            Gate gate,
            Duration patience) {
        this.signOut = signOut;
        this.signedIn = signedIn;
        this.tokens = tokens;
        this.origin = origin;
        this.pages = pages;
        this.gate = gate;
        this.patience = patience;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new SecuredRoute.ForUser("GET", "/api/v1/session", MediaType.JSON, (call, session) -> tell(session)),
                new SecuredRoute.ForUser("POST", "/sign-out", "", this::end),
                new PublicRoute(PublicPath.SIGNED_OUT, MediaType.HTML, call -> Answer.html(200, pages.signedOut())));
    }

    private static Answer tell(Session session) {
        return Answer.json(200, Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("user_id", session.userId().value());
            json.writeEndObject();
        }));
    }

    private Answer end(Call call, Session session) {
        if (!origin.mayPost(call) || !tokens.verifySession(session.idHash(), FormBody.formToken(call, patience))) {
            return gate.refuse(Problem.of(ErrorCode.INVALID_FORM_TOKEN), call);
        }
        return switch (signOut.execute(new SignOut.Command(session, call.origin()))) {
            case SignOut.Outcome.SignedOut over -> Answer.seeOther(FAREWELL).withCookie(signedIn.end());
        };
    }
}
