package dev.gangway.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A partner's backend: it knows the address and the token, and registers. */
record Till(URI baseUrl, String partnerSource, String token) {
    static final JsonMapper JSON = new JsonMapper();

    /** What registering was answered with. */
    record Answer(HttpResponse<String> response, JsonNode body) {
        static Answer of(HttpResponse<String> response) {
            return new Answer(response, PartnerApi.json(response));
        }

        int status() {
            return response.statusCode();
        }

        String userId() {
            return body.path("user_id").asText();
        }

        URI link() {
            return URI.create(body.path("redirect_url").asText());
        }

        String sourceId() {
            return body.path("sources").path(0).path("source_id").asText();
        }
    }

    /** The request that hands a user over with one key. */
    ObjectNode handover(String email, ApiKey key) {
        ObjectNode body = JSON.createObjectNode()
                .put("email", email)
                .put("partner_source", partnerSource)
                .put("jurisdiction", "RSA");
        body.putArray("api_credentials")
                .addObject()
                .put("exchange_name", "SIXPENCE")
                .put("api_key", key.key())
                .put("api_secret", key.secret());
        return body;
    }

    /** Hands a user over. */
    Answer register(String email, ApiKey key) {
        return send(handover(email, key).toString());
    }

    /** Sends a body as it is. */
    Answer send(String body) {
        return send(request(body));
    }

    /** Sends it with an {@code Idempotency-Key}. */
    Answer send(String body, String key) {
        return send(request(body).header("Idempotency-Key", key));
    }

    /** Makes any call of the partner API. */
    Answer call(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(baseUrl.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpRequest.Builder request(String body) {
        return HttpRequest.newBuilder(baseUrl.resolve("/api/v1/partner/register"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static Answer send(HttpRequest.Builder request) {
        return Answer.of(new Visitor().send(request));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Till[" + baseUrl + "]";
    }
}
