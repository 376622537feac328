package dev.gangway.bootstrap.demo.sixpence.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands in front of a {@link Responder}: guards it, sends what it answers, and survives what it throws. */
public final class Front implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Front.class);

    private final Responder responder;

    public Front(Responder responder) {
        this.responder = responder;
    }

    @Override
    public void handle(HttpExchange exchange) {
        try (exchange) {
            Optional<Answer> refusal = LoopbackGuard.refusal(exchange);
            send(exchange, refusal.isPresent() ? refusal.get() : answer(exchange));
        } catch (IOException brokenLine) {
            // The caller left, or a fault cut the line on purpose: there is nobody to tell.
            LOG.debug("SixpenceX could not finish an answer", brokenLine);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException, InterruptedException {
        try {
            return responder.answer(exchange);
        } catch (RuntimeException bug) {
            LOG.warn("SixpenceX failed to answer {}", exchange.getRequestURI().getPath(), bug);
            return Answer.of(500, "text/plain; charset=utf-8", "SixpenceX has a problem of its own.\n");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", answer.contentType());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        answer.headers().forEach(headers::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        // -1 says "no body"; 0 would say "chunked".
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            // Closed with the exchange: closing it here first would leave the line of a cut answer open.
            OutputStream out = exchange.getResponseBody();
            out.write(body, 0, Math.min(body.length, answer.sent()));
            out.flush();
        }
    }
}
