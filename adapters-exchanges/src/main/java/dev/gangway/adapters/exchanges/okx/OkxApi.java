package dev.gangway.adapters.exchanges.okx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.http.ExchangeAnswer;
import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.SourceFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

/**
 * Signed reading: {@code OK-ACCESS-SIGN} is the base64 of the HMAC-SHA256 over timestamp, method, and path with query, one
 * after the other.
 */
final class OkxApi {
    /** Their limits are counted over two seconds; a little more, for all that was on its way. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private static final String DONE = "0";
    private static final Set<String> BADLY_DATED = Set.of("50102", "50112");
    private static final DateTimeFormatter TIMESTAMP =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final ExchangeLine line;
    private final RequestSigner signer;

    OkxApi(ExchangeLine line, RequestSigner signer) {
        this.line = line;
        this.signer = signer;
    }

    /** What a call came to. */
    sealed interface Reading {
        /** The exchange answered with a list. */
        record Answered(JsonNode data) implements Reading {}

        /** The exchange refused the key. */
        record Refused(SourceFailure reason) implements Reading {}

        /** There is nothing at this path: a product that this part of the exchange does not have (any more). */
        record NoSuchPath() implements Reading {}
    }

    /**
     * Asks what belongs to the key's account.
     *
     * @param cost in tenths of a second
     * @throws ExchangeUnavailable if the exchange does not answer, or answers what nobody can read
     */
    Reading get(ApiCredentials credentials, String pathAndQuery, int cost) {
        Secret passphrase = credentials.passphrase();
        if (passphrase == null
                || !ExchangeLine.canBeSent(passphrase.reveal())
                || !ExchangeLine.canBeSent(credentials.apiKey().reveal())) {
            // no header can carry it, so no exchange has issued it; the client's own complaint would quote it
            return new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
        }
        ExchangeAnswer answer = ask(credentials, passphrase, pathAndQuery, cost);
        if (BADLY_DATED.contains(code(answer))) {
            line.setTime(exchangeTime());
            answer = ask(credentials, passphrase, pathAndQuery, cost);
        }
        return read(answer);
    }

    /** The time by which a run is bounded. */
    Instant now() {
        return line.now();
    }

    ExchangeUnavailable unreadable(String what) {
        return line.unreadable(what);
    }

    /** The signature, for {@code OK-ACCESS-SIGN}. */
    static String signature(RequestSigner signer, Secret secret, String timestamp, String method, String path) {
        byte[] message = (timestamp + method + path).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(signer.hmacSha256(secret, message));
    }

    private ExchangeAnswer ask(ApiCredentials credentials, Secret passphrase, String pathAndQuery, int cost) {
        String timestamp = TIMESTAMP.format(line.now());
        String asSent = line.target(pathAndQuery);
        return line.get(
                pathAndQuery,
                cost,
                Map.of(
                        "OK-ACCESS-KEY", credentials.apiKey().reveal(),
                        "OK-ACCESS-SIGN", signature(signer, credentials.apiSecret(), timestamp, "GET", asSent),
                        "OK-ACCESS-TIMESTAMP", timestamp,
                        "OK-ACCESS-PASSPHRASE", passphrase.reveal()));
    }

    private Reading read(ExchangeAnswer answer) {
        return switch (code(answer)) {
            case DONE -> new Reading.Answered(data(answer));
            // frozen, of another environment, another address, the passphrase, the key, the signature, their form,
            // unknown
            case "50100", "50101", "50105", "50110", "50111", "50113", "50114", "50119" ->
                new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
            case "50030", "50120" -> new Reading.Refused(SourceFailure.PERMISSION_MISSING);
            case "50011", "50013", "50061" -> throw line.pause(answer, PAUSE);
            case "50102", "50112" -> throw answer.unavailable("does not accept its own time");
            case "" -> {
                if (answer.status() == 404) {
                    yield new Reading.NoSuchPath();
                }
                throw answer.unavailable("answered " + answer.status() + " without a code of its own");
            }
            // maintenance, our own mistake, or a new kind of refusal: nothing that says the key is bad
            default -> throw answer.unavailable("answered " + answer.status() + " without refusing the key");
        };
    }

    private Instant exchangeTime() {
        ExchangeAnswer answer = line.get("/api/v5/public/time", 1, Map.of());
        try {
            return Fields.epochMillis(data(answer).path(0), "ts");
        } catch (InvalidValue untold) {
            throw answer.unavailable("did not tell its time");
        }
    }

    private static String code(ExchangeAnswer answer) {
        JsonNode body = answer.json();
        return body == null ? "" : body.path("code").asText("");
    }

    private static JsonNode data(ExchangeAnswer answer) {
        JsonNode body = answer.json();
        if (answer.status() != 200 || body == null || !body.path("data").isArray()) {
            throw answer.unavailable("answered what cannot be read");
        }
        return body.path("data");
    }
}
