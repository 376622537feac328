package dev.gangway.adapters.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.http.ExchangeAnswer;
import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.SourceFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * Signed reading: {@code signature}, the last parameter, is the lowercase hexadecimal HMAC-SHA256 over the query as it is
 * sent before it.
 */
final class BinanceApi {
    private static final Duration PAUSE = Duration.ofSeconds(60);
    private static final int BADLY_DATED = -1021;
    private static final int RECEIVE_WINDOW_MILLIS = 10_000;

    private final ExchangeLine line;
    private final RequestSigner signer;

    BinanceApi(ExchangeLine line, RequestSigner signer) {
        this.line = line;
        this.signer = signer;
    }

    /** What a call came to. */
    sealed interface Reading {
        /** The exchange answered. */
        record Answered(JsonNode body) implements Reading {}

        /** The exchange refused the key. */
        record Refused(SourceFailure reason) implements Reading {}

        /** What was asked for does not exist. */
        sealed interface Missing extends Reading {}

        /** The exchange knows no such symbol (any more). */
        record NoSuchSymbol() implements Missing {}

        /** There is nothing at this path: a product that this part of the exchange does not have (any more). */
        record NoSuchPath() implements Missing {}
    }

    /**
     * Asks what belongs to the key's account.
     *
     * @param parameters encoded, without those that sign; empty if there are none
     * @param cost in request weight
     * @throws ExchangeUnavailable if the exchange does not answer, or answers what nobody can read
     */
    Reading get(ApiCredentials credentials, String path, String parameters, int cost) {
        if (!ExchangeLine.canBeSent(credentials.apiKey().reveal())) {
            // no header can carry it, so no exchange has issued it; the client's own complaint would quote it
            return new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
        }
        ExchangeAnswer answer = ask(credentials, path, parameters, cost);
        if (code(answer) == BADLY_DATED) {
            line.setTime(exchangeTime());
            answer = ask(credentials, path, parameters, cost);
        }
        return answer.status() == 200 ? new Reading.Answered(readable(answer)) : refusal(answer);
    }

    /** Asks what everybody may know. */
    JsonNode get(String pathAndQuery, int cost) {
        ExchangeAnswer answer = line.get(pathAndQuery, cost, Map.of());
        if (answer.status() != 200) {
            throw code(answer) == -1003 ? line.pause(answer, PAUSE) : answer.unavailable("answered " + answer.status());
        }
        return readable(answer);
    }

    /** The time by which a run is bounded. */
    Instant now() {
        return line.now();
    }

    ExchangeUnavailable unreadable(String what) {
        return line.unreadable(what);
    }

    /** The signature of a query, for {@code &signature=}. */
    static String signature(RequestSigner signer, ApiCredentials credentials, String query) {
        byte[] mac = signer.hmacSha256(credentials.apiSecret(), query.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(mac);
    }

    private ExchangeAnswer ask(ApiCredentials credentials, String path, String parameters, int cost) {
        String query = parameters + (parameters.isEmpty() ? "" : "&") + "recvWindow=" + RECEIVE_WINDOW_MILLIS
                + "&timestamp=" + line.now().toEpochMilli();
        String signed = query + "&signature=" + signature(signer, credentials, query);
        return line.get(
                path + "?" + signed,
                cost,
                Map.of("X-MBX-APIKEY", credentials.apiKey().reveal()));
    }

    private Reading refusal(ExchangeAnswer answer) {
        return switch (code(answer)) {
            case BADLY_DATED -> throw answer.unavailable("does not accept its own time");
            // the signature, the key's form, the key's id; and the key, its addresses or its permissions, all in one
            case -1022, -2014, -2008, -2015 -> new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
            case -1002 -> new Reading.Refused(SourceFailure.PERMISSION_MISSING);
            case -1121 -> new Reading.NoSuchSymbol();
            case -1003, -1015 -> throw line.pause(answer, PAUSE);
            default -> {
                if (answer.status() == 404) {
                    yield new Reading.NoSuchPath();
                }
                // 403 and 451 are about our address, 5xx about theirs: nothing that says the key is bad
                throw answer.unavailable("answered " + answer.status() + " without refusing the key");
            }
        };
    }

    private Instant exchangeTime() {
        try {
            return Fields.epochMillis(get("/api/v3/time", 1), "serverTime");
        } catch (InvalidValue untold) {
            throw unreadable("did not tell its time");
        }
    }

    private static int code(ExchangeAnswer answer) {
        JsonNode body = answer.json();
        return body == null ? 0 : body.path("code").asInt(0);
    }

    private static JsonNode readable(ExchangeAnswer answer) {
        JsonNode body = answer.json();
        if (body == null) {
            throw answer.unavailable("answered what is not JSON");
        }
        return body;
    }
}
