package dev.gangway.adapters.exchanges.sixpence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.http.ExchangeAnswer;
import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signed reading: {@code X-SIX-SIGNATURE} is the lowercase hexadecimal HMAC-SHA256 over timestamp, method and path with
 * query, a line each.
 */
final class SixpenceApi {
    static final ExchangeName NAME = new ExchangeName("SIXPENCE");

    private final ExchangeLine line;
    private final RequestSigner signer;

    SixpenceApi(ExchangeLine line, RequestSigner signer) {
        this.line = line;
        this.signer = signer;
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
        if (!ExchangeLine.canBeSent(key)) {
            // no header can carry it, so no exchange has issued it; the client's own complaint would quote it
            return new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
        }
        String timestamp = Long.toString(line.now().toEpochMilli());
        ExchangeAnswer answer = line.get(
                pathAndQuery,
                1,
                Map.of(
                        "X-SIX-KEY", key,
                        "X-SIX-TIMESTAMP", timestamp,
                        "X-SIX-SIGNATURE", signature(credentials, timestamp, pathAndQuery)));
        return switch (answer.status()) {
            case 200 -> new Reading.Answered(readable(answer));
            case 401, 403 -> new Reading.Refused(refusal(answer));
            default -> throw answer.unavailable("answered " + answer.status());
        };
    }

    ExchangeUnavailable unreadable(String what) {
        return line.unreadable(what);
    }

    private String signature(ApiCredentials credentials, String timestamp, String pathAndQuery) {
        // what is sent, a path before the API's own included
        String asSent = line.target(pathAndQuery);
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
