package dev.gangway.adapters.http.route;

import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.application.auth.Principal;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.signin.Session;
import java.util.Set;

/** A route that knows who asks before it does anything. */
public sealed interface SecuredRoute extends Route {
    /** What a route states that any credential of the partner may ask. It still takes one. */
    Set<Scope> NO_SCOPE = Set.of();

    /**
     * For a partner whose credential has every one of {@code scopes}; its handler itself refuses what does not accept
     * {@code produces}. A POST is made by {@link PartnerPosts}: a partner may repeat every one of them.
     *
     * @param scopes at most one as a rule; {@link #NO_SCOPE} is a decision about security
     */
    record ForPartner(String method, String path, Set<Scope> scopes, String produces, PartnerHandler handler)
            implements SecuredRoute {
        /** Copies, and checks that a POST may be repeated. */
        public ForPartner {
            scopes = Set.copyOf(scopes);
            if (method.equals("POST") && !(handler instanceof PartnerPosts.Repeatable)) {
                throw new IllegalArgumentException("POST " + path + " is not made by PartnerPosts");
            }
        }

        /** For a partner whose credential has {@code scope}. */
        public ForPartner(String method, String path, Scope scope, String produces, PartnerHandler handler) {
            this(method, path, Set.of(scope), produces, handler);
        }
    }

    /** For the person who is signed in. */
    record ForUser(String method, String path, String produces, UserHandler handler) implements SecuredRoute {}

    /** Answers a partner. */
    @FunctionalInterface
    interface PartnerHandler {
        /** Answers. */
        Answer answer(Call call, Principal principal);
    }

    /** Answers a person. */
    @FunctionalInterface
    interface UserHandler {
        /** Answers. */
        Answer answer(Call call, Session session);
    }
}
