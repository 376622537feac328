package dev.gangway.adapters.http.partnerapi;

import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Json;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.auth.Principal;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.Partner;
import java.util.List;

/** Who the caller is: the first call of every integration, and the one that tells whether a credential works. */
public final class CallerRoutes {
    private final String environment;
    private final Gate gate;

    /**
     * @param environment where this Gangway runs
     * @param gate words refusals
     */
    public CallerRoutes(String environment, Gate gate) {
        this.environment = environment;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(new SecuredRoute.ForPartner(
                "GET",
                "/api/v1/partner/whoami",
                SecuredRoute.NO_SCOPE,
                MediaType.JSON,
                gate.withoutParameters(this::whoami)));
    }

    private Answer whoami(Call call, Principal principal) {
        Answer unacceptable = gate.unlessAccepted(call, MediaType.JSON);
        return unacceptable == null ? Answer.json(200, document(principal)) : unacceptable;
    }

    private byte[] document(Principal principal) {
        Partner partner = principal.partner();
        return Json.write(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("partner");
            json.writeStringField("id", partner.id().toString());
            json.writeStringField("slug", partner.slug().value());
            json.writeStringField("partner_source", partner.partnerSource());
            json.writeStringField("name", partner.name());
            json.writeEndObject();
            json.writeStringField("credential_id", principal.credentialId().value());
            if (principal.type() != null) {
                json.writeStringField("credential_type", principal.type().apiName());
            }
            json.writeStringField("scheme", principal.scheme());
            json.writeArrayFieldStart("scopes");
            for (Scope scope : principal.scopes().stream().sorted().toList()) {
                json.writeString(scope.apiName());
            }
            json.writeEndArray();
            json.writeStringField("environment", environment);
            json.writeEndObject();
        });
    }
}
