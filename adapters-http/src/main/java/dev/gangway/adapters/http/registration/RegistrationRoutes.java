package dev.gangway.adapters.http.registration;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.PartnerPosts;
import dev.gangway.adapters.http.route.Reading;
import dev.gangway.adapters.http.route.Reading.Result;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.idempotency.AnswerOnce.FreshLink;
import dev.gangway.application.registration.RegisterPartnerUser;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.registration.RegistrationDraft;
import dev.gangway.domain.registration.RegistrationRequest;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.source.CredentialRules;
import java.util.List;

/** The product's one call. */
public final class RegistrationRoutes {
    private final RegisterPartnerUser register;
    private final CredentialRules rules;
    private final PartnerPosts posts;

    /**
     * @param rules what exchanges ask of keys
     * @param posts takes the call in
     */
    public RegistrationRoutes(RegisterPartnerUser register, CredentialRules rules, PartnerPosts posts) {
        this.register = register;
        this.rules = rules;
        this.posts = posts;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(posts.json("/api/v1/partner/register", Scope.USERS_WRITE, this::read));
    }

    private Reading read(byte[] body, Call call, Principal principal) {
        return switch (RegistrationReader.read(body)) {
            case RegistrationReader.Reading.Malformed malformed ->
                new Reading.Refused(Problem.of(ErrorCode.MALFORMED_REQUEST, malformed.detail()));
            case RegistrationReader.Reading.Read read -> check(read, call, principal);
        };
    }

    private Reading check(RegistrationReader.Reading.Read read, Call call, Principal principal) {
        return switch (read.draft().check(principal.partner(), rules)) {
            case RegistrationDraft.Checked.Invalid invalid ->
                new Reading.Refused(Problem.invalid(FieldErrors.merge(read.errors(), invalid.errors())));
            case RegistrationDraft.Checked.Valid valid ->
                read.errors().isEmpty()
                        ? new Reading.Ready(() -> execute(valid.request(), call, principal))
                        : new Reading.Refused(Problem.invalid(read.errors()));
        };
    }

    private Result execute(RegistrationRequest request, Call call, Principal principal) {
        return switch (register.execute(new RegisterPartnerUser.Command(request, principal, call.origin()))) {
            case RegisterPartnerUser.Outcome.Registered registered ->
                new Result.Linked(
                        registered.created() ? 201 : 200,
                        RegistrationDocument.of(registered),
                        registered.userId(),
                        new FreshLink(registered.linkId(), registered.redirectUrl(), registered.redirectExpiresAt()),
                        false);
            case RegisterPartnerUser.Outcome.Refused refused -> new Result.Refused(Problem.of(refused.code()));
        };
    }
}
