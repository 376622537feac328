package dev.gangway.adapters.http.registration;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Body;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.registration.RegisterPartnerUser;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.registration.RegistrationDraft;
import dev.gangway.domain.registration.RegistrationRequest;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.source.CredentialRules;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The product's one call. */
public final class RegistrationRoutes {
    /** The most bytes of a body, 256 KiB. */
    public static final int MAX_BODY = 256 * 1024;

    private final RegisterPartnerUser register;
    private final CredentialRules rules;
    private final Gate gate;
    private final Duration patience;
    private final BooleanSupplier stopping;

    /**
     * @param rules what exchanges ask of keys
     * @param gate words refusals
     * @param patience how long a body may take to arrive
     * @param stopping whether the server is being stopped
     */
    public RegistrationRoutes(
            RegisterPartnerUser register,
            CredentialRules rules,
            Gate gate,
            Duration patience,
            BooleanSupplier stopping) {
        this.register = register;
        this.rules = rules;
        this.gate = gate;
        this.patience = patience;
        this.stopping = stopping;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(new SecuredRoute.ForPartner(
                "POST", "/api/v1/partner/register", Scope.USERS_WRITE, MediaType.JSON, this::register));
    }

    private Answer register(Call call, Principal principal) {
        if (!MediaType.isJson(call.headers("Content-Type")) || isEncoded(call)) {
            return gate.refuse(Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE), call);
        }
        return switch (call.body().read(MAX_BODY, patience)) {
            case Body.Read.TooLarge tooLarge -> gate.refuse(Problem.of(ErrorCode.PAYLOAD_TOO_LARGE), call);
            case Body.Read.Broken broken ->
                gate.refuse(
                        // a stopping server may have cut the caller off, whose fault it then is not
                        stopping.getAsBoolean()
                                ? Problem.of(ErrorCode.SERVICE_UNAVAILABLE)
                                : Problem.of(ErrorCode.MALFORMED_REQUEST, "The body did not arrive whole."),
                        call);
            case Body.Read.Complete complete -> read(complete.bytes(), call, principal);
        };
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

    private static boolean isEncoded(Call call) {
        List<String> encodings = call.headers("Content-Encoding");
        return !encodings.isEmpty()
                && !(encodings.size() == 1 && Ascii.lower(encodings.get(0)).equals("identity"));
    }
}
