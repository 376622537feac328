package dev.gangway.adapters.exchanges.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.http.ExchangeAnswer;
import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.SourceFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signed reading of Coinbase's two APIs. The older one says what is wrong in {@code errors[0].id}, the newer in
 * {@code error}, and both refuse a token with nothing but the word "Unauthorized", also one whose time is not theirs.
 */
final class CoinbaseApi {
    private static final String TIME = "/v2/time";
    private static final String VERSION = "2024-02-07";
    private static final Set<String> KEY_REFUSED = Set.of(
            "authentication_error",
            "invalid_token",
            "revoked_token",
            "expired_token",
            "unauthenticated",
            "unauthorized");
    private static final Set<String> PERMISSION_MISSING =
            Set.of("invalid_scope", "insufficient_scope", "permission_denied", "forbidden");

    /** Clocks that are less apart do not matter: a token holds for two minutes. */
    private static final Duration CLOSE_ENOUGH = Duration.ofSeconds(20);

    private final ExchangeLine line;
    private final CoinbaseJwt jwt;

    CoinbaseApi(ExchangeLine line, RequestSigner signer) {
        this.line = line;
        this.jwt = new CoinbaseJwt(signer);
    }

    /** What a call came to. */
    sealed interface Reading {
        /** Coinbase answered. */
        record Answered(JsonNode body) implements Reading {}

        /** Coinbase refused the key. */
        record Refused(SourceFailure reason) implements Reading {}

        /**
         * There is nothing there.
         *
         * @param said whether those are Coinbase's words
         */
        record Missing(boolean said) implements Reading {}
    }

    /** @throws ExchangeUnavailable if Coinbase does not answer, or answers what nobody can read */
    Reading get(ApiCredentials credentials, String path, String query) {
        if (!ExchangeLine.canBeSent(credentials.apiKey().reveal())) {
            // no key's name has blanks or accents in it
            return new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
        }
        try {
            ExchangeAnswer answer = send(credentials, path, query);
            if (answer.status() == 401 && KEY_REFUSED.contains(word(answer)) && hasCaughtUp()) {
                answer = send(credentials, path, query);
            }
            return reading(answer);
        } catch (RequestSigner.UnusableKey unusable) {
            return new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
        }
    }

    ExchangeUnavailable unreadable(String what) {
        return line.unreadable(what);
    }

    Instant now() {
        return line.now();
    }

    private ExchangeAnswer send(ApiCredentials credentials, String path, String query) {
        String uri = "GET " + line.authority() + line.target(path);
        String token = jwt.of(credentials, uri, line.now());
        return line.get(
                query.isEmpty() ? path : path + '?' + query,
                1,
                Map.of("Authorization", "Bearer " + token, "CB-VERSION", VERSION));
    }

    /** Whether our clock was not Coinbase's, and now is. */
    private boolean hasCaughtUp() {
        JsonNode body = line.get(TIME, 1, Map.of("CB-VERSION", VERSION)).json();
        JsonNode epoch = body == null ? null : body.path("data").path("epoch");
        if (epoch == null || !epoch.canConvertToLong()) {
            return false;
        }
        long seconds = epoch.longValue();
        if (Math.abs(seconds - line.now().getEpochSecond()) <= CLOSE_ENOUGH.toSeconds()) {
            return false;
        }
        line.setTime(Instant.ofEpochSecond(Math.min(Math.max(seconds, 0), 1L << 33)));
        return true;
    }

    private static Reading reading(ExchangeAnswer answer) {
        return switch (answer.status()) {
            case 200 -> new Reading.Answered(readable(answer));
            case 401, 403 -> new Reading.Refused(refusal(answer));
            case 404 -> new Reading.Missing(answer.json() != null);
            default -> throw answer.unavailable("answered " + answer.status());
        };
    }

    private static JsonNode readable(ExchangeAnswer answer) {
        JsonNode body = answer.json();
        if (body == null) {
            throw answer.unavailable("answered what is not JSON");
        }
        return body;
    }

    private static SourceFailure refusal(ExchangeAnswer answer) {
        String word = word(answer);
        if (KEY_REFUSED.contains(word)) {
            return SourceFailure.CREDENTIALS_REFUSED;
        }
        if (PERMISSION_MISSING.contains(word)) {
            return SourceFailure.PERMISSION_MISSING;
        }
        // a gate's in between, or a new kind of refusal: nothing that says the key is bad
        throw answer.unavailable("answered " + answer.status() + " without refusing the key");
    }

    /** Coinbase's own word for what is wrong, in lower case; empty if there is none. */
    private static String word(ExchangeAnswer answer) {
        @Nullable JsonNode body = answer.json();
        if (body == null) {
            return Ascii.lower(answer.word());
        }
        String older = body.path("errors").path(0).path("id").asText("");
        return Ascii.lower(older.isEmpty() ? body.path("error").asText("") : older);
    }
}
