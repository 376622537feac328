package dev.gangway.bootstrap.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A partner's backend.
 *
 * @param baseUrl where Gangway is
 * @param token the partner's
 * @param apiKey a customer's at SixpenceX
 * @param apiSecret its secret
 */
public record Partner(String baseUrl, String token, String apiKey, String apiSecret) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The same partner at another node. */
    public Partner at(String otherBaseUrl) {
        return new Partner(otherBaseUrl, token, apiKey, apiSecret);
    }

    /** Registers a user with one source. */
    public HttpResponse<String> register(String email) {
        try {
            return CLIENT.send(request(email), HttpResponse.BodyHandlers.ofString());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpRequest request(String email) throws IOException {
        Map<String, Object> body = Map.of(
                "email",
                email,
                "partner_source",
                "SIXPENCE",
                "jurisdiction",
                "RSA",
                "api_credentials",
                List.of(Map.of("exchange_name", "SIXPENCE", "api_key", apiKey, "api_secret", apiSecret)));
        return HttpRequest.newBuilder(URI.create(baseUrl + "/api/v1/partner/register"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    /** The answer's body. */
    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
