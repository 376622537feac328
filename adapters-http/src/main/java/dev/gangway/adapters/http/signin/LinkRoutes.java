package dev.gangway.adapters.http.signin;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.PublicPath;
import dev.gangway.adapters.http.route.PublicRoute;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SignedIn;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.FormBody;
import dev.gangway.application.signin.RedeemRedirectToken;
import dev.gangway.application.signin.RedeemRedirectToken.Intent;
import dev.gangway.application.signin.RedeemRedirectToken.Outcome;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.signin.Session;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opening a redirect link (contract, "The redirect URL"). */
public final class LinkRoutes {
    private static final String PREFIX = "/r/";
    private static final String REPORT = "/report";

    private final RedeemRedirectToken redeem;
    private final SignedIn signedIn;
    private final LinkForms forms;
    private final LinkPages pages;
    private final Gate gate;
    private final Duration patience;

    /**
     * @param gate words refusals
     * @param patience how long a body may take to arrive
     */
    public LinkRoutes(
            RedeemRedirectToken redeem,
            SignedIn signedIn,
            LinkForms forms,
            LinkPages pages,
            Gate gate,
            Duration patience) {
        this.redeem = redeem;
        this.signedIn = signedIn;
        this.forms = forms;
        this.pages = pages;
        this.gate = gate;
        this.patience = patience;
    }

    /** The routes. They serve whatever asks: a scanner's {@code Accept} is no reason to turn it away. */
    public List<Route> routes() {
        return List.of(
                new PublicRoute(PublicPath.LINK, "", this::open),
                new PublicRoute(PublicPath.LINK_CONFIRMED, "", this::confirm));
    }

    private Answer open(Call call) {
        Session current = signedIn.session(call);
        return answer(call, current, follow(call, intent(call), current));
    }

    /** A HEAD and what says that it fetches in advance show nobody anything. */
    private static Intent intent(Call call) {
        if (isNavigation(call)) {
            return Intent.NAVIGATION;
        }
        boolean shown = call.method().equals("GET") && !call.has("Sec-Purpose") && !call.has("Purpose");
        return shown ? Intent.SHOWN : Intent.LOOK;
    }

    /** First looks, which tells the form that the button must have come from, then confirms. */
    private Answer confirm(Call call) {
        Session current = signedIn.session(call);
        String field = FormBody.formToken(call, patience);
        Outcome seen = follow(call, Intent.LOOK, current);
        LinkForms.Verdict verdict = switch (seen) {
            case Outcome.ContinueFirst first -> forms.judge(call, first, field);
            case Outcome.SwitchFirst first -> forms.judge(call, first, field);
            case Outcome.Dead dead -> LinkForms.Verdict.SHOW_PAGE;
            case Outcome.AlreadyLanded landed -> LinkForms.Verdict.SHOW_PAGE;
            case Outcome.SignedIn impossible -> throw new IllegalStateException("a look signed somebody in");
        };
        return switch (verdict) {
            case CONFIRMED -> answer(call, current, follow(call, Intent.CONFIRMED, current));
            case SWITCHED -> answer(call, current, follow(call, Intent.SWITCHED, current));
            case SHOW_PAGE -> answer(call, current, seen);
            case FOREIGN -> gate.refuse(Problem.of(ErrorCode.INVALID_FORM_TOKEN), call);
        };
    }

    private Outcome follow(Call call, Intent intent, @Nullable Session current) {
        String token = call.path().substring(PREFIX.length());
        return isWellFormed(token)
                ? redeem.execute(new RedeemRedirectToken.Command(Secret.of(token), intent, current, call.origin()))
                : new Outcome.Dead(LinkState.FORGED, null);
    }

    private Answer answer(Call call, @Nullable Session current, Outcome outcome) {
        return switch (outcome) {
            case Outcome.SignedIn in ->
                Answer.seeOther(REPORT)
                        .withCookie(signedIn.begin(in.sessionToken()))
                        .withCookie(forms.end());
            case Outcome.AlreadyLanded landed -> Answer.seeOther(REPORT);
            case Outcome.ContinueFirst first ->
                forms.issue(call, first).on(call, token -> pages.askFirst(call, first, token));
            case Outcome.SwitchFirst first ->
                forms.issue(call, first).on(call, token -> pages.askFirst(call, first, token));
            case Outcome.Dead dead -> pages.dead(dead, current);
        };
    }

    /** A real top-level navigation: all three of the contract's signs, and none that it is made in advance. */
    private static boolean isNavigation(Call call) {
        return call.method().equals("GET")
                && call.hasExactly("Sec-Fetch-Mode", "navigate")
                && call.hasExactly("Sec-Fetch-Dest", "document")
                && !call.has("Sec-Purpose")
                && !call.has("Purpose");
    }

    /** A token as we write it; any other spelling is not ours, though it may decode to the same. */
    private static boolean isWellFormed(String token) {
        if (token.isEmpty()) {
            return false;
        }
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '.';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
