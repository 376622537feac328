package dev.gangway.adapters.exchanges.sixpence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.http.ExchangeAnswer;
import dev.gangway.adapters.exchanges.http.ExchangeHttp;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signed reading: {@code X-SIX-SIGNATURE} is the lowercase hexadecimal HMAC-SHA256 over timestamp, method and path with
 * query, a line each.
 */
final class SixpenceApi {
    static final ExchangeName NAME = new ExchangeName("SIXPENCE");

    private final String baseUrl;
    private final ExchangeHttp http;
    private final RequestSigner signer;
    private final Clock clock;

    SixpenceApi(URI baseUrl, ExchangeHttp http, RequestSigner signer, Clock clock) {
        boolean web = "https".equals(baseUrl.getScheme()) || "http".equals(baseUrl.getScheme());
        if (!web || baseUrl.getHost() == null || baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The address of " + NAME + " must be an http or https URL without query");
        }
        String address = baseUrl.toString();
        this.baseUrl = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        this.http = http;
        this.signer = signer;
        this.clock = clock;
    }

    /** What a call came to. */
    sealed interface Reading {
        /** The exchange answered. */
        record Answered(JsonNode body) implements Reading {}

        /** The exchange refused the key. */
        record Refused(SourceFailure reason) implements Reading {}
    }

    /** @throws ExchangeUnavailable if the exchange does not answer, or answers what nobody can read */
    Reading get(ApiCredentials credentials, String pathAndQuery) {
        String key = credentials.apiKey().reveal();
        if (!key.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            // no header can carry it, so no exchange has issued it; the client's own complaint would quote it
            return new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
        }
        URI uri = URI.create(baseUrl + pathAndQuery);
        String timestamp = Long.toString(clock.millis());
        ExchangeAnswer answer = http.get(
                NAME,
                uri,
                Map.of(
                        "X-SIX-KEY", key,
                        "X-SIX-TIMESTAMP", timestamp,
                        "X-SIX-SIGNATURE", signature(credentials, timestamp, uri)));
        return switch (answer.status()) {
            case 200 -> new Reading.Answered(readable(answer));
            case 401, 403 -> new Reading.Refused(refusal(answer));
            default -> throw answer.unavailable("answered " + answer.status());
        };
    }

    private String signature(ApiCredentials credentials, String timestamp, URI uri) {
        String asSent = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        String message = timestamp + "\nGET\n" + asSent;
        return HexFormat.of()
                .formatHex(signer.hmacSha256(credentials.apiSecret(), message.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode readable(ExchangeAnswer answer) {
        JsonNode body = answer.json();
        if (body == null) {
            throw answer.unavailable("answered what is not JSON");
        }
        return body;
    }

    private static SourceFailure refusal(ExchangeAnswer answer) {
        @Nullable JsonNode body = answer.json();
        return switch (body == null ? "" : body.path("code").asText("")) {
            case "INVALID_KEY", "INVALID_SIGNATURE" -> SourceFailure.CREDENTIALS_REFUSED;
            case "PERMISSION_DENIED" -> SourceFailure.PERMISSION_MISSING;
            // our clock's fault, a gate's in between, or a new kind of refusal: nothing that says the key is bad
            default -> throw answer.unavailable("answered " + answer.status() + " without refusing the key");
        };
    }
}
