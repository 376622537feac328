package dev.gangway.adapters.http.signin;

import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Cookies;
import dev.gangway.adapters.http.wire.SameOrigin;
import dev.gangway.application.signin.RedeemRedirectToken.Outcome;
import dev.gangway.application.signin.port.FormTokens;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.signin.Session;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The forms of the Continue and the switch page. The switch form names the person who is signed in, so that a Continue
 * page opened before somebody signed in cannot end their session unasked.
 */
public final class LinkForms {
    private final FormTokens tokens;
    private final SameOrigin origin;
    private final Cookies cookie;

    /**
     * @param origin tells posts of other sites
     * @param secure whether the base URL is https
     */
    public LinkForms(FormTokens tokens, SameOrigin origin, boolean secure) {
        this.tokens = tokens;
        this.origin = origin;
        this.cookie = new Cookies("gangway_form", secure);
    }

    /** What a post is. */
    enum Verdict {
        /** From the link's Continue page, and nobody else is signed in. */
        CONFIRMED,
        /** From the link's switch page, and the person that it named is still signed in. */
        SWITCHED,
        /** There is another page to be seen first. */
        SHOW_PAGE,
        /** Not from a page of ours. */
        FOREIGN
    }

    /** A form to be shown. */
    final class Form {
        private final FormTokens.FormToken token;

        private Form(FormTokens.FormToken token) {
            this.token = token;
        }

        /** The page that holds the form, with its cookie; a HEAD sets none. */
        Answer on(Call call, Function<String, Answer> page) {
            Answer answer = page.apply(token.field().value());
            return call.method().equals("HEAD")
                    ? answer
                    : answer.withCookie(cookie.set(token.cookie().value()));
        }
    }

    Form issue(Call call, Outcome.ContinueFirst first) {
        return form(call, continueForm(first.linkId()));
    }

    Form issue(Call call, Outcome.SwitchFirst first) {
        return form(call, switchForm(first.linkId(), first.current()));
    }

    /** A link that is opened again, or another in the next tab, must not make the page before it useless. */
    private Form form(Call call, String form) {
        return new Form(tokens.issue(form, cookie.in(call.headers("Cookie"))));
    }

    Verdict judge(Call call, Outcome.ContinueFirst first, @Nullable String field) {
        return isFrom(call, continueForm(first.linkId()), field) ? Verdict.CONFIRMED : Verdict.FOREIGN;
    }

    Verdict judge(Call call, Outcome.SwitchFirst first, @Nullable String field) {
        if (isFrom(call, switchForm(first.linkId(), first.current()), field)) {
            return Verdict.SWITCHED;
        }
        return isFrom(call, continueForm(first.linkId()), field) ? Verdict.SHOW_PAGE : Verdict.FOREIGN;
    }

    String end() {
        return cookie.clear();
    }

    private boolean isFrom(Call call, String form, @Nullable String field) {
        return origin.mayPost(call) && tokens.verify(form, cookie.in(call.headers("Cookie")), field);
    }

    private static String continueForm(Digest link) {
        return "link:" + link.hex();
    }

    private static String switchForm(Digest link, Session current) {
        return "switch:" + link.hex() + ':' + current.userId().value();
    }
}
