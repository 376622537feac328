package dev.gangway.adapters.exchanges.valr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.http.ExchangeAnswer;
import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.SourceFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signed reading: {@code X-VALR-SIGNATURE} is the lowercase hexadecimal HMAC-SHA512 over timestamp, method, path with query
 * and body, with nothing in between.
 */
final class ValrApi {
    private static final Duration CLOSE_ENOUGH = Duration.ofSeconds(2);

    private final ExchangeLine line;
    private final RequestSigner signer;

    ValrApi(ExchangeLine line, RequestSigner signer) {
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
            // no header can carry it, so no exchange has issued it
            return new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
        }
        ExchangeAnswer answer = send(key, credentials.apiSecret(), pathAndQuery);
        if (refusal(answer) == SourceFailure.CREDENTIALS_REFUSED && clockWasWrong()) {
            answer = send(key, credentials.apiSecret(), pathAndQuery);
        }
        @Nullable SourceFailure refusal = refusal(answer);
        if (refusal != null) {
            return new Reading.Refused(refusal);
        }
        JsonNode body = answer.json();
        if (answer.status() != 200 || body == null) {
            throw answer.unavailable(
                    answer.status() == 200 ? "answered what is not JSON" : "answered " + answer.status());
        }
        return new Reading.Answered(body);
    }

    ExchangeLine line() {
        return line;
    }

    private ExchangeAnswer send(String key, Secret secret, String pathAndQuery) {
        String timestamp = Long.toString(line.now().toEpochMilli());
        return line.get(
                pathAndQuery,
                1,
                Map.of(
                        "X-VALR-API-KEY", key,
                        "X-VALR-TIMESTAMP", timestamp,
                        "X-VALR-SIGNATURE",
                                signature(signer, secret, timestamp, "GET", line.target(pathAndQuery), "")));
    }

    /** The signature of a call. */
    static String signature(
            RequestSigner signer, Secret secret, String timestamp, String method, String target, String body) {
        String message = timestamp + method + target + body;
        return HexFormat.of().formatHex(signer.hmacSha512(secret, message.getBytes(StandardCharsets.UTF_8)));
    }

    /** Null if the exchange has not refused the key in words of its own. */
    private static @Nullable SourceFailure refusal(ExchangeAnswer answer) {
        JsonNode body = answer.json();
        if (answer.status() == 200 || body == null || !body.path("code").isIntegralNumber()) {
            return null;
        }
        String words = Ascii.lower(body.path("message").asText(""));
        return switch (answer.status()) {
            case 401 -> SourceFailure.CREDENTIALS_REFUSED;
            case 400 -> words.contains("invalid signature") ? SourceFailure.CREDENTIALS_REFUSED : null;
            case 403 ->
                // an invalid signature, or a caller whose address the key does not allow
                words.contains("signature") || words.contains("ip address")
                        ? SourceFailure.CREDENTIALS_REFUSED
                        : SourceFailure.PERMISSION_MISSING;
            default -> null;
        };
    }

    /** Whether the exchange keeps another time than we did; if so we keep it from now on. */
    private boolean clockWasWrong() {
        ExchangeAnswer answer = line.get("/v1/public/time", 1, Map.of());
        JsonNode body = answer.json();
        if (answer.status() != 200 || body == null) {
            return false;
        }
        try {
            Instant time =
                    body.hasNonNull("time") ? Fields.isoTime(body, "time") : Fields.epochSeconds(body, "epochTime");
            if (Duration.between(line.now(), time).abs().compareTo(CLOSE_ENOUGH) <= 0) {
                return false;
            }
            line.setTime(time);
            return true;
        } catch (InvalidValue untold) {
            return false;
        }
    }
}
