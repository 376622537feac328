package dev.gangway.adapters.exchanges.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.domain.source.ExchangeName;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A complete answer of an exchange. */
public final class ExchangeAnswer {
    private static final int LONGEST_WORD = 40;

    private final ExchangeName exchange;
    private final int status;
    private final @Nullable JsonNode json;
    private final Duration retryAfter;
    private final String word;

    ExchangeAnswer(ExchangeName exchange, HttpResponse<byte[]> response, Instant now) {
        this.exchange = exchange;
        this.status = response.statusCode();
        this.json = ExchangeJson.whole(response.body());
        this.word = json == null ? oneWord(response.body()) : "";
        this.retryAfter =
                RetryAfter.parse(response.headers().firstValue("Retry-After").orElse(null), now);
    }

    /** The status, of any kind. */
    public int status() {
        return status;
    }

    /** How long the exchange asks us to wait, zero if it does not. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** The body if it is one whole JSON object or array, else null. */
    public @Nullable JsonNode json() {
        return json;
    }

    /** The body if it is a single word of ASCII letters, with which some exchanges refuse; else empty. */
    public String word() {
        return word;
    }

    private static String oneWord(byte[] body) {
        String text = body.length > LONGEST_WORD ? "" : new String(body, StandardCharsets.ISO_8859_1).strip();
        return text.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) ? text : "";
    }

    /**
     * The fault that this answer amounts to, with the wait that it asks for.
     *
     * @param what the exchange did, to follow its name; never text of the answer itself
     */
    public ExchangeUnavailable unavailable(String what) {
        return new ExchangeUnavailable(exchange + " " + what, retryAfter);
    }
}
