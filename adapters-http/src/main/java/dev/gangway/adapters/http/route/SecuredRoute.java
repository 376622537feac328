package dev.gangway.adapters.http.route;

import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.application.auth.Principal;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.signin.Session;

/** A route that knows who asks before it does anything. */
public sealed interface SecuredRoute extends Route {
    /** For a partner whose credential has {@code scope}; its handler itself refuses what does not accept {@code produces}. */
    record ForPartner(String method, String path, Scope scope, String produces, PartnerHandler handler)
            implements SecuredRoute {}

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
