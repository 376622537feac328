package dev.gangway.adapters.exchanges.luno;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.http.ExchangeAnswer;
import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.ExchangeConnector.KeyRefused;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.SourceFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reading with the key's id and secret as HTTP's basic scheme carries them (RFC 7617); Luno has no signatures. */
final class LunoApi {
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(60);

    private final ExchangeLine line;

    LunoApi(ExchangeLine line) {
        this.line = line;
    }

    /** What a call came to. */
    sealed interface Reading {
        /** The exchange answered. */
        record Answered(JsonNode body) implements Reading {}

        /** The exchange refused the key. */
        record Refused(SourceFailure reason) implements Reading {}

        /** The exchange has nothing of that name. */
        record Absent() implements Reading {}
    }

    /** @throws ExchangeUnavailable if the exchange does not answer, or answers what nobody can read */
    Reading get(ApiCredentials credentials, String pathAndQuery) {
        String key = credentials.apiKey().reveal();
        if (!ExchangeLine.canBeSent(key) || key.indexOf(':') >= 0) {
            // neither a header nor the scheme can carry it, so the exchange has not issued it
            return new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
        }
        ExchangeAnswer answer = line.get(pathAndQuery, 1, Map.of("Authorization", authorization(key, credentials)));
        JsonNode body = answer.json();
        String code = body == null ? "" : body.path("error_code").asText("");
        return switch (code) {
            case "ErrUnauthorised", "ErrAPIKeyNotFound", "ErrAPIKeyRevoked", "ErrIncorrectPin", "ErrInvalidAPIKey" ->
                new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
            case "ErrInsufficientPerms" -> new Reading.Refused(SourceFailure.PERMISSION_MISSING);
            case "ErrTooManyRequests" -> throw line.pause(answer, USUAL_PAUSE);
            default -> byStatus(answer, body, code);
        };
    }

    /**
     * What a running import reads; null where the exchange has nothing of that name.
     *
     * @throws KeyRefused if the exchange refuses the key
     */
    @Nullable
    JsonNode read(ApiCredentials credentials, String pathAndQuery) {
        return switch (get(credentials, pathAndQuery)) {
            case Reading.Answered answered -> answered.body();
            case Reading.Refused refused -> throw new KeyRefused(refused.reason());
            case Reading.Absent() -> null;
        };
    }

    ExchangeLine line() {
        return line;
    }

    private static Reading byStatus(ExchangeAnswer answer, @Nullable JsonNode body, String code) {
        boolean own = code.startsWith("Err");
        if (answer.status() == 200 && body != null && !own) {
            return new Reading.Answered(body);
        }
        if (answer.status() == 401 && own) {
            return new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
        }
        if (answer.status() == 403 && own) {
            return new Reading.Refused(SourceFailure.PERMISSION_MISSING);
        }
        if (answer.status() == 404 || (answer.status() == 400 && own)) {
            return new Reading.Absent();
        }
        throw answer.unavailable(answer.status() == 200 ? "answered what is not JSON" : "answered " + answer.status());
    }

    private static String authorization(String key, ApiCredentials credentials) {
        String pair = key + ':' + credentials.apiSecret().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
