package dev.gangway.bootstrap.demo.sixpence.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A partner's whole integration: one call from server to server, whose answer says where to send the browser.
 */
final class RegisterCall implements AutoCloseable {

    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final List<String> TELLING_HEADERS =
            List.of("Content-Type", "Cache-Control", "X-Request-Id", "Retry-After", "WWW-Authenticate");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            // A redirected call would carry the token to wherever the answer points.
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /** How the call went, secrets already masked; the link alone is whole. */
    record Outcome(Shown request, Optional<Shown> answer, int status, Optional<JsonNode> body, Optional<URI> link) {}

    /** Half of a call as it is shown: the lines above the empty line, and the body below it. */
    record Shown(List<String> head, Html body) {}

    Outcome send(PartnerAccess access, Customer customer, String email, ApiKey key) throws InterruptedException {
        String token = access.token().get();
        Masking masking = new Masking(List.of(token, key.key(), key.secret()));
        URI url = access.registerUrl();
        ObjectNode body = body(access, customer, email, key);
        Shown request = new Shown(
                List.of(
                        "POST " + url.getRawPath() + " HTTP/1.1",
                        "Host: " + url.getRawAuthority(),
                        "Authorization: Bearer " + Masking.token(token),
                        "Content-Type: application/json"),
                JsonMarkup.of(masking.json(body)));
        HttpRequest call = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(15))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        try {
            return answered(request, client.send(call, BodyHandlers.ofInputStream()), masking);
        } catch (IOException unreachable) {
            return new Outcome(request, Optional.empty(), 0, Optional.empty(), Optional.empty());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static ObjectNode body(PartnerAccess access, Customer customer, String email, ApiKey key) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("email", email)
                .put("name", customer.name())
                .put("surname", customer.surname())
                .put("partner_source", access.partnerSource())
                .put("jurisdiction", customer.jurisdiction());
        body.putArray("api_credentials")
                .addObject()
                .put("exchange_name", "SIXPENCE")
                .put("api_key", key.key())
                .put("api_secret", key.secret());
        return body;
    }

    private static Outcome answered(Shown request, HttpResponse<InputStream> response, Masking masking)
            throws IOException {
        String text = text(response);
        Optional<JsonNode> json = json(text);
        List<String> head = new ArrayList<>();
        head.add("HTTP/1.1 " + response.statusCode());
        TELLING_HEADERS.forEach(name ->
                response.headers().firstValue(name).ifPresent(value -> head.add(name + ": " + masking.text(value))));
        Optional<JsonNode> masked = json.map(masking::json);
        Shown answer =
                new Shown(List.copyOf(head), masked.map(JsonMarkup::of).orElseGet(() -> Html.text(masking.text(text))));
        boolean ok = response.statusCode() == 200 || response.statusCode() == 201;
        return new Outcome(
                request,
                Optional.of(answer),
                response.statusCode(),
                masked,
                ok ? json.flatMap(RegisterCall::link) : Optional.empty());
    }

    private static String text(HttpResponse<InputStream> response) throws IOException {
        try (InputStream in = response.body()) {
            return new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
        }
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.of(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    /** Only what a browser may be sent to; a link of any other kind would be a hole in this site. */
    private static Optional<URI> link(JsonNode body) {
        try {
            return Optional.of(URI.create(body.path("redirect_url").asText("")))
                    .filter(url -> "https".equals(url.getScheme()) || "http".equals(url.getScheme()));
        } catch (IllegalArgumentException notAUrl) {
            return Optional.empty();
        }
    }
}
