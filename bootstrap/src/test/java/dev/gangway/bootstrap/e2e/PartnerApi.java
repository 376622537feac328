package dev.gangway.bootstrap.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.application.testkit.fixture.Proof;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;

/** Calls of the partner API, with headers that can be kept and sent again. */
final class PartnerApi {
    /** The call that needs no scope and changes nothing. */
    static final String WHOAMI = "/api/v1/partner/whoami";

    private static final String REGISTER = "/api/v1/partner/register";

    private PartnerApi() {}

    /** What proves a call of {@link #WHOAMI} that is made at some time. */
    static Map<String, String> whoami(Proof proof, Instant at) {
        return proof.headers(at, "GET", WHOAMI, "");
    }

    /** Asks a node who calls. */
    static HttpResponse<String> whoami(URI node, Map<String, String> headers) {
        return new Visitor().send(to(node, WHOAMI, headers));
    }

    /** Asks with a proof made now. */
    static HttpResponse<String> whoami(URI node, Proof proof) {
        return whoami(node, whoami(proof, Instant.now()));
    }

    /** What proves a registration that is made at some time. */
    static Map<String, String> register(Proof proof, Instant at, String body) {
        return proof.headers(at, "POST", REGISTER, body);
    }

    /** Registers at a node. */
    static HttpResponse<String> register(URI node, String body, Map<String, String> headers) {
        return new Visitor()
                .send(to(node, REGISTER, headers)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder to(URI node, String target, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(target));
        headers.forEach(request::header);
        return request;
    }

    /** Why a call was refused, as a caller is told outside production. */
    static String reason(HttpResponse<String> refused) {
        return json(refused).path("explanation").path("reason").asText();
    }

    /** An answer's document. */
    static JsonNode json(HttpResponse<String> response) {
        try {
            return Till.JSON.readTree(response.body());
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(response + " " + response.body(), notJson);
        }
    }
}
