package dev.gangway.adapters.http.route;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.problem.Refusals;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.auth.AdmitCall;
import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.auth.Principal;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.signin.Session;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that lets requests in, in the contract's order: 401, 429, 403; what a route checks itself comes after.
 */
public final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    private static final String REALM = " realm=\"gangway\"";

    private final AuthenticatePartner partners;
    private final AdmitCall rates;
    private final SignedIn users;
    private final Refusals refusals;

    /** Lets partners in by {@code partners} within {@code rates}, and people by {@code users}. */
    public Gate(AuthenticatePartner partners, AdmitCall rates, SignedIn users, Refusals refusals) {
        this.partners = partners;
        this.rates = rates;
        this.users = users;
        this.refusals = refusals;
    }

    /** The route's answer, or why it gives none. */
    public Answer answer(Route route, Call call) {
        return switch (route) {
            case SecuredRoute.ForPartner secured -> forPartner(secured, call);
            case SecuredRoute.ForUser secured -> forUser(secured, call);
            case PublicRoute open -> isAcceptable(open, call) ? open.handler().answer(call) : notAcceptable(call);
        };
    }

    /** A refusal as the answer to {@code call}. */
    public Answer refuse(Problem problem, Call call) {
        return refusals.answer(
                problem, call.path(), call.headers("Accept"), call.trace().requestId());
    }

    private Answer forPartner(SecuredRoute.ForPartner route, Call call) {
        return switch (partners.execute(new AuthenticatePartner.Command(call.asApiCall()))) {
            case AuthenticatePartner.Outcome.Refused refused -> {
                LOG.debug("Not authenticated: {}", refused.reason());
                yield refuse(Problem.of(refused.code()), call).with("WWW-Authenticate", challenge(refused.code()));
            }
            case AuthenticatePartner.Outcome.Authenticated authenticated -> {
                Principal principal = authenticated.principal();
                call.trace().calledBy(principal.partner().slug());
                yield switch (rates.execute(new AdmitCall.Command(principal))) {
                    case AdmitCall.Outcome.RateLimited limited ->
                        refuse(Problem.of(ErrorCode.RATE_LIMITED), call)
                                .with("Retry-After", wholeSeconds(limited.retryAfter()));
                    case AdmitCall.Outcome.Admitted admitted -> withinScope(route, call, principal);
                };
            }
        };
    }

    private Answer withinScope(SecuredRoute.ForPartner route, Call call, Principal principal) {
        for (Scope scope : route.scopes()) {
            if (!principal.may(scope)) {
                return outOfScope(scope, call);
            }
        }
        // what is wrong with a call is told before how it wants to hear: the route looks at Accept last
        return route.handler().answer(call, principal);
    }

    private Answer outOfScope(Scope missing, Call call) {
        String scope = missing.apiName();
        return refuse(Problem.of(ErrorCode.INSUFFICIENT_SCOPE, "This route needs the scope " + scope + "."), call)
                .with("WWW-Authenticate", "Bearer" + REALM + ", error=\"insufficient_scope\", scope=\"" + scope + '"');
    }

    private Answer forUser(SecuredRoute.ForUser route, Call call) {
        @Nullable Session session = users.session(call);
        if (session == null) {
            return nobody(call);
        }
        return isAcceptable(route, call) ? route.handler().answer(call, session) : notAcceptable(call);
    }

    /** The refusal for want of a session. */
    public Answer nobody(Call call) {
        Problem problem = new Problem(
                ErrorCode.UNAUTHORIZED,
                401,
                "You are not signed in",
                "Start from the exchange or app that brought you here: it makes you a fresh link.",
                java.util.List.of());
        return refuse(problem, call).with("WWW-Authenticate", "Cookie" + REALM);
    }

    private static boolean isAcceptable(Route route, Call call) {
        return route.produces().isEmpty() || MediaType.isAccepted(call.headers("Accept"), route.produces());
    }

    /** The refusal of a call that accepts no {@code mediaType}, null if it does; the last check before work is done. */
    public @Nullable Answer unlessAccepted(Call call, String mediaType) {
        return MediaType.isAccepted(call.headers("Accept"), mediaType) ? null : notAcceptable(call);
    }

    private Answer notAcceptable(Call call) {
        return refuse(Problem.of(ErrorCode.NOT_ACCEPTABLE), call);
    }

    private static String challenge(ErrorCode code) {
        return code == ErrorCode.UNAUTHORIZED ? "Bearer" + REALM : "Bearer" + REALM + ", error=\"invalid_token\"";
    }

    private static String wholeSeconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusSeconds(1).minusNanos(1).toSeconds()));
    }
}
