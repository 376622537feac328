package dev.gangway.adapters.exchanges.http;

import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.domain.source.ExchangeName;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Requests to exchanges, one at a time per thread. */
public final class ExchangeHttp implements AutoCloseable {
    private final HttpClient client;
    private final Limits limits;
    private final Clock clock;

    /**
     * How much of an exchange's patience and memory a call may take.
     *
     * @param connect until the connection stands
     * @param answer until the last byte has arrived
     * @param bytes the longest body
     */
    public record Limits(Duration connect, Duration answer, int bytes) {
        /** What is right for every exchange so far: a page of history is well under a megabyte. */
        public static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(30), 8 * 1024 * 1024);
    }

    /** Opens a client of its own. */
    public ExchangeHttp(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                // a redirect would carry the key and a signature to wherever the answer points
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
    }

    /**
     * The exchange's answer, whatever its status.
     *
     * @throws ExchangeUnavailable if there is none, or it is longer or later than the limits allow
     */
    public ExchangeAnswer get(ExchangeName exchange, URI uri, Map<String, String> headers) {
        return send(exchange, HttpRequest.newBuilder(uri).GET(), headers);
    }

    /**
     * The exchange's answer to a form, whatever its status.
     *
     * @param form the body, encoded
     * @throws ExchangeUnavailable if there is none, or it is longer or later than the limits allow
     */
    public ExchangeAnswer post(ExchangeName exchange, URI uri, String form, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(exchange, request, headers);
    }

    private ExchangeAnswer send(ExchangeName exchange, HttpRequest.Builder request, Map<String, String> headers) {
        headers.forEach(request::setHeader);
        // HttpRequest.timeout ends with the headers; a body may drip for ever after them
        CompletableFuture<HttpResponse<byte[]>> call =
                client.sendAsync(request.build(), head -> new LimitedBody(limits.bytes()));
        try {
            HttpResponse<byte[]> response = call.get(limits.answer().toNanos(), TimeUnit.NANOSECONDS);
            return new ExchangeAnswer(exchange, response, clock.instant());
        } catch (TimeoutException late) {
            call.cancel(true);
            throw unavailable(exchange, "did not answer in time");
        } catch (InterruptedException stopping) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw unavailable(exchange, "was not waited for");
        } catch (ExecutionException failed) {
            throw unavailable(
                    exchange,
                    failed.getCause() instanceof LimitedBody.TooLong
                            ? "answered more than can be read"
                            : "could not be reached, or broke off its answer");
        }
    }

    /** Ends calls that are still running. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    private static ExchangeUnavailable unavailable(ExchangeName exchange, String what) {
        return new ExchangeUnavailable(exchange + " " + what, Duration.ZERO);
    }
}
