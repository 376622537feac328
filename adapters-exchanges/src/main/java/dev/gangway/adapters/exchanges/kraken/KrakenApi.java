package dev.gangway.adapters.exchanges.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.http.ExchangeAnswer;
import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.SourceFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Signed reading. Kraken answers 200 whatever happened and says in {@code error} what did; a nonce that is not greater than
 * the key's last one is refused, so nonces are the time in microseconds and no two are equal.
 */
final class KrakenApi {
    private static final String LEDGERS = "/0/private/Ledgers";
    private static final int COST_OF_LEDGERS = 2;
    private static final String TIME = "/0/public/Time";

    /** How long the call counter takes to fall from its limit to nothing. */
    private static final Duration COUNTER_EMPTY = Duration.ofSeconds(45);

    /** How long Kraken shuts a key out that has failed too often. */
    private static final Duration LOCKOUT = Duration.ofMinutes(15);

    private final ExchangeLine line;
    private final KrakenSignature signature;
    private final AtomicLong lastNonce = new AtomicLong();

    KrakenApi(ExchangeLine line, RequestSigner signer) {
        this.line = line;
        this.signature = new KrakenSignature(signer);
    }

    /** What a call came to. */
    sealed interface Reading {
        /** Kraken answered with {@code result}. */
        record Answered(JsonNode result) implements Reading {}

        /** Kraken refused the key. */
        record Refused(SourceFailure reason) implements Reading {}
    }

    /**
     * A page of the ledger, newest entries first.
     *
     * @param parameters encoded, each with an ampersand before it
     * @throws ExchangeUnavailable if Kraken does not answer, or answers what nobody can read
     */
    Reading ledgers(ApiCredentials credentials, String parameters) {
        String key = credentials.apiKey().reveal();
        if (!ExchangeLine.canBeSent(key)) {
            // no header can carry it, so Kraken has not issued it; the client's own complaint would quote it
            return new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
        }
        try {
            ExchangeAnswer answer = send(credentials, key, parameters);
            if (error(answer).startsWith("EAPI:Invalid nonce")) {
                catchUp();
                answer = send(credentials, key, parameters);
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

    private ExchangeAnswer send(ApiCredentials credentials, String key, String parameters) {
        String nonce = Long.toString(nextNonce());
        String form = "nonce=" + nonce + parameters;
        // what is sent, a path before the API's own included
        String sign = signature.of(credentials.apiSecret(), line.target(LEDGERS), nonce, form);
        return line.post(LEDGERS, form, COST_OF_LEDGERS, Map.of("API-Key", key, "API-Sign", sign));
    }

    private long nextNonce() {
        Instant now = line.now();
        long micros = TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(now.getNano());
        return lastNonce.updateAndGet(last -> Math.max(last + 1, micros));
    }

    /** Our clock may be behind the one that made the key's last nonce. */
    private void catchUp() {
        JsonNode body = line.get(TIME, 1, Map.of()).json();
        JsonNode time = body == null ? null : body.path("result").path("unixtime");
        if (time == null || !time.isIntegralNumber() || !time.canConvertToLong()) {
            throw line.unreadable("refused a nonce and did not tell its time");
        }
        // whole seconds: the end of the one that it is
        Instant theirs = Instant.ofEpochSecond(Math.min(Math.max(time.longValue(), 0), 1L << 33) + 1);
        if (theirs.isAfter(line.now())) {
            line.setTime(theirs);
        }
    }

    private Reading reading(ExchangeAnswer answer) {
        String error = error(answer);
        if (error.startsWith("EAPI:Invalid key") || error.startsWith("EAPI:Invalid signature")) {
            return new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
        }
        if (error.startsWith("EGeneral:Permission denied")) {
            return new Reading.Refused(SourceFailure.PERMISSION_MISSING);
        }
        if (error.contains("Rate limit exceeded") || error.startsWith("EGeneral:Too many requests")) {
            throw line.pause(answer, COUNTER_EMPTY);
        }
        if (error.startsWith("EGeneral:Temporary lockout")) {
            // the key's own: everybody else need not wait for it
            throw new ExchangeUnavailable(Kraken.NAME + " has locked the key out for a while", LOCKOUT);
        }
        if (!error.isEmpty()) {
            throw answer.unavailable("answered with an error that says nothing against the key");
        }
        if (answer.status() != 200) {
            throw answer.unavailable("answered " + answer.status());
        }
        JsonNode body = answer.json();
        if (body == null || !body.path("result").isObject()) {
            throw answer.unavailable("answered what is not a result");
        }
        return new Reading.Answered(body.path("result"));
    }

    /** The first error, empty if there is none; what begins with W is a warning beside the result. */
    private static String error(ExchangeAnswer answer) {
        JsonNode body = answer.json();
        if (body != null) {
            for (JsonNode error : body.path("error")) {
                if (!error.asText("").startsWith("W")) {
                    return error.asText("E");
                }
            }
        }
        return "";
    }
}
