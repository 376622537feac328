package dev.gangway.adapters.http.registration;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.JsonBodies;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.auth.Principal;
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
    private final JsonBodies bodies;
    private final Gate gate;

    /**
     * @param rules what exchanges ask of keys
     * @param bodies takes what is sent
     * @param gate words refusals
     */
    public RegistrationRoutes(RegisterPartnerUser register, CredentialRules rules, JsonBodies bodies, Gate gate) {
        this.register = register;
        this.rules = rules;
        this.bodies = bodies;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(new SecuredRoute.ForPartner(
                "POST", "/api/v1/partner/register", Scope.USERS_WRITE, MediaType.JSON, this::register));
    }

    private Answer register(Call call, Principal principal) {
        return bodies.read(call, body -> read(body, call, principal));
    }

    private Answer read(byte[] body, Call call, Principal principal) {
        return switch (RegistrationReader.read(body)) {
            case RegistrationReader.Reading.Malformed malformed ->
                gate.refuse(Problem.of(ErrorCode.MALFORMED_REQUEST, malformed.detail()), call);
            case RegistrationReader.Reading.Read read -> check(read, call, principal);
        };
    }

    private Answer check(RegistrationReader.Reading.Read read, Call call, Principal principal) {
        return switch (read.draft().check(principal.partner(), rules)) {
            case RegistrationDraft.Checked.Invalid invalid ->
                gate.refuse(Problem.invalid(FieldErrors.merge(read.errors(), invalid.errors())), call);
            case RegistrationDraft.Checked.Valid valid ->
                read.errors().isEmpty()
                        ? execute(valid.request(), call, principal)
                        : gate.refuse(Problem.invalid(read.errors()), call);
        };
    }

    private Answer execute(RegistrationRequest request, Call call, Principal principal) {
        Answer unacceptable = gate.unlessAccepted(call, MediaType.JSON);
        if (unacceptable != null) {
            return unacceptable;
        }
        return switch (register.execute(new RegisterPartnerUser.Command(request, principal, call.origin()))) {
            case RegisterPartnerUser.Outcome.Registered registered ->
                Answer.json(registered.created() ? 201 : 200, RegistrationDocument.of(registered));
            case RegisterPartnerUser.Outcome.Refused refused -> gate.refuse(Problem.of(refused.code()), call);
        };
    }
}
