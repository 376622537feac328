package dev.gangway.adapters.http.route;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.problem.Refusals;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.adapters.http.wire.RateFields;
import dev.gangway.application.audit.NoteRefusal;
import dev.gangway.application.auth.AdmitAddress;
import dev.gangway.application.auth.AdmitAddress.Occasion;
import dev.gangway.application.auth.AdmitCall;
import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.auth.Quota;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.signin.Session;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place that lets requests in, in the contract's order: 401, 429, 403; what a route checks itself comes after. Where
 * too many credentials have failed, 429 comes first: nothing is verified any more.
 */
public final class Gate {
    private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

    /** The name of the scheme of seed 004, for which there is no registered one. */
    private static final String SIGNED = "SignedRequest";

    private static final String NOT_ACCEPTED =
            "The signed request is not accepted: its key, its time, its signature or the address that it came from. Sign each"
                    + " call anew, with the method, the path and the body exactly as they are sent.";

    private static final String REALM = " realm=\"gangway\"";

    /** What a call of the partner API has one of, unless it does without a credential. */
    private static final List<String> CREDENTIALS = List.of("Authorization", "X-API-Key", "X-Signature", "X-Timestamp");

    private final AuthenticatePartner partners;
    private final NoteRefusal notes;
    private final AdmitCall rates;
    private final AdmitAddress addresses;
    private final SignedIn users;
    private final Refusals refusals;
    private final Duration patience;

    /**
     * Lets partners in by {@code partners} within {@code rates}, and people by {@code users}, all within {@code addresses}.
     *
     * @param patience how long a body that is signed may take to arrive
     */
    public Gate(
            AuthenticatePartner partners,
            NoteRefusal notes,
            AdmitCall rates,
            AdmitAddress addresses,
            SignedIn users,
            Refusals refusals,
            Duration patience) {
        this.partners = partners;
        this.notes = notes;
        this.rates = rates;
        this.addresses = addresses;
        this.users = users;
        this.refusals = refusals;
        this.patience = patience;
    }

    /** The route's answer, or why it gives none. */
    public Answer answer(Route route, Call call) {
        return switch (route) {
            case SecuredRoute.ForPartner secured ->
                forPartner(
                        secured.method() + ' ' + secured.path(),
                        call,
                        principal -> withinScope(secured, call, principal));
            case SecuredRoute.ForUser secured -> {
                Quota over = quotaOver(Occasion.PAGE, call);
                yield over == null ? forUser(secured, call) : tooManyPages(over, call);
            }
            case PublicRoute open -> {
                Quota over = open.at().isLimited() ? quotaOver(Occasion.PAGE, call) : null;
                yield over == null ? forAnybody(open, call) : tooManyPages(over, call);
            }
        };
    }

    private Answer forAnybody(PublicRoute route, Call call) {
        return isAcceptable(route, call) ? route.handler().answer(call) : notAcceptable(call);
    }

    /** A refusal as the answer to {@code call}. */
    public Answer refuse(Problem problem, Call call) {
        return refusals.answer(
                problem, call.path(), call.headers("Accept"), call.trace().requestId());
    }

    /**
     * The refusal of a call of the partner API that goes astray. Which addresses and methods there are is no secret: a caller
     * who shows nothing is told, one who shows a credential has to prove it first. Either way the call is counted.
     *
     * @param asked a method and a path template, or what stands for one that there is not
     */
    public Answer astray(String asked, Call call, Supplier<Answer> refusal) {
        if (hasCredential(call)) {
            return forPartner(asked, call, principal -> refusal.get());
        }
        Quota used = quotaOver(Occasion.ANONYMOUS, call);
        return used == null ? refusal.get() : tooManyCalls(used, call);
    }

    private static boolean hasCredential(Call call) {
        return CREDENTIALS.stream().anyMatch(call::has);
    }

    private Answer forPartner(String asked, Call call, Function<Principal, Answer> then) {
        boolean hasCredential = hasCredential(call);
        Quota over = hasCredential ? quotaOver(Occasion.UNVERIFIED, call) : null;
        if (over != null) {
            return tooManyCalls(over, call);
        }
        ApiCall seen = call.asApiCall(patience);
        return switch (partners.execute(new AuthenticatePartner.Command(seen))) {
            case AuthenticatePartner.Outcome.Refused refused -> {
                LOG.debug("Not authenticated: {}", refused.reason());
                Problem problem = noted(refused, asked, seen, call);
                Quota used = quotaOver(hasCredential ? Occasion.FAILED : Occasion.ANONYMOUS, call);
                yield used == null ? unauthenticated(refused, problem, call) : tooManyCalls(used, call);
            }
            case AuthenticatePartner.Outcome.Authenticated authenticated -> {
                Principal principal = authenticated.principal();
                call.trace().calledBy(principal.partner().slug(), principal.scheme());
                yield switch (rates.execute(new AdmitCall.Command(principal))) {
                    case AdmitCall.Outcome.RateLimited limited -> tooManyCalls(limited.quota(), call);
                    case AdmitCall.Outcome.Admitted admitted -> {
                        call.trace().counted(admitted.quota());
                        yield then.apply(principal);
                    }
                };
            }
        };
    }

    /** The quota of the caller's address if it is used up, null if the request may go on. */
    private @Nullable Quota quotaOver(Occasion occasion, Call call) {
        AdmitAddress.Command command =
                new AdmitAddress.Command(occasion, call.trace().client());
        return switch (addresses.execute(command)) {
            case AdmitAddress.Outcome.Admitted admitted -> {
                // what a page's address has left is told to nobody
                call.trace().counted(occasion == Occasion.PAGE ? null : admitted.quota());
                yield null;
            }
            case AdmitAddress.Outcome.RateLimited limited -> limited.quota();
        };
    }

    private Answer tooManyCalls(Quota over, Call call) {
        call.trace().counted(over);
        return refuse(Problem.of(ErrorCode.RATE_LIMITED), call).with("Retry-After", RateFields.retryAfter(over));
    }

    private Answer tooManyPages(Quota over, Call call) {
        String detail =
                "Too much was asked for from your network in the last minute. Wait for a moment, then try again.";
        return refuse(Problem.of(ErrorCode.RATE_LIMITED, detail), call)
                .with("Retry-After", RateFields.retryAfter(over));
    }

    /** The refusal, with what the caller may know of it. */
    private Problem noted(AuthenticatePartner.Outcome.Refused refused, String asked, ApiCall seen, Call call) {
        Problem problem = unexplained(refused);
        if (problem.status() != 401) {
            return problem;
        }
        NoteRefusal.Command note =
                new NoteRefusal.Command(seen, asked, call.trace().requestId(), refused.scheme(), refused.refusal());
        return switch (notes.execute(note)) {
            case NoteRefusal.Outcome.Told told -> problem.explainedBy(told.explained());
            case NoteRefusal.Outcome.Noted noted -> problem;
        };
    }

    /** In words for the scheme that was tried, the same for all that may be wrong with a call in it. */
    private static Problem unexplained(AuthenticatePartner.Outcome.Refused refused) {
        boolean signed = refused.code() == ErrorCode.UNAUTHORIZED && SIGNED.equals(refused.scheme());
        return signed ? Problem.of(refused.code(), NOT_ACCEPTED) : Problem.of(refused.code());
    }

    private Answer withinScope(SecuredRoute.ForPartner route, Call call, Principal principal) {
        for (Scope scope : route.scopes()) {
            if (!principal.may(scope)) {
                return outOfScope(scope, principal.scheme(), call);
            }
        }
        // what is wrong with a call is told before how it wants to hear: the route looks at Accept last
        return route.handler().answer(call, principal);
    }

    private Answer outOfScope(Scope missing, String scheme, Call call) {
        String scope = missing.apiName();
        return refuse(Problem.of(ErrorCode.INSUFFICIENT_SCOPE, "This route needs the scope " + scope + "."), call)
                .with("WWW-Authenticate", named(scheme) + ", error=\"insufficient_scope\", scope=\"" + scope + '"');
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
                List.of());
        return refuse(problem, call).with("WWW-Authenticate", "Cookie" + REALM);
    }

    private static boolean isAcceptable(Route route, Call call) {
        return route.produces().isEmpty() || MediaType.isAccepted(call.headers("Accept"), route.produces());
    }

    /** The handler of a route that takes no parameters: a call that has some is refused, which names them. */
    public SecuredRoute.PartnerHandler withoutParameters(SecuredRoute.PartnerHandler handler) {
        return (call, principal) -> {
            List<InvalidValue> errors = Parameters.others(call.query());
            return errors.isEmpty() ? handler.answer(call, principal) : refuse(Problem.invalid(errors), call);
        };
    }

    /** The refusal of a call that accepts no {@code mediaType}, null if it does; the last check before work is done. */
    public @Nullable Answer unlessAccepted(Call call, String mediaType) {
        return MediaType.isAccepted(call.headers("Accept"), mediaType) ? null : notAcceptable(call);
    }

    private Answer notAcceptable(Call call) {
        return refuse(Problem.of(ErrorCode.NOT_ACCEPTABLE), call);
    }

    private Answer unauthenticated(AuthenticatePartner.Outcome.Refused refused, Problem problem, Call call) {
        Answer answer = refuse(problem, call);
        return answer.status() == 401 ? answer.with("WWW-Authenticate", challenge(refused)) : answer;
    }

    private static String challenge(AuthenticatePartner.Outcome.Refused refused) {
        String named = named(refused.scheme());
        boolean expired = refused.code() == ErrorCode.TOKEN_EXPIRED;
        return expired || refused.code() == ErrorCode.INVALID_TOKEN
                ? named + ", error=\"invalid_token\"" + (expired ? ", error_description=\"The token has expired\"" : "")
                : named;
    }

    /** The scheme that the caller tried, so that its client knows which of its credentials is meant. */
    private static String named(@Nullable String scheme) {
        return (SIGNED.equals(scheme) ? SIGNED : "Bearer") + REALM;
    }
}
