package dev.gangway.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before an exchange and passes on what it is asked and what it answers, until a test makes mischief of it. */
final class Gate implements AutoCloseable {
    static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI exchange;
    private final AtomicInteger pages = new AtomicInteger();
    private volatile Mischief mischief = (page, call) -> call.pass();

    /** What becomes of a page of the history; {@code page} counts from 1, in the order of asking. */
    @FunctionalInterface
    interface Mischief {
        /** Answers, or does not. */
        void on(int page, Call call) throws IOException;
    }

    /** A call, and the answers that it can have. */
    final class Call {
        private final HttpExchange asked;

        private Call(HttpExchange asked) {
            this.asked = asked;
        }

        /** The exchange's own answer. */
        String honest() throws IOException {
            return ask(asked.getRequestURI());
        }

        /** The page as the exchange has it. */
        ObjectNode page() throws IOException {
            return (ObjectNode) JSON.readTree(honest());
        }

        /** Passes the exchange's answer on. */
        void pass() throws IOException {
            answer(200, honest());
        }

        /** Answers something else. */
        void answer(int status, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            asked.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            asked.getResponseBody().write(bytes);
        }

        /** The way past every answer. */
        HttpExchange raw() {
            return asked;
        }

        private String ask(URI target) throws IOException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(exchange + target.toString()));
            asked.getRequestHeaders().forEach((name, values) -> {
                if (name.toLowerCase(Locale.ROOT).startsWith("x-six-")) {
                    request.header(name, values.getFirst());
                }
            });
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .body();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IOException(stopping);
            }
        }
    }

    private Gate(HttpServer server, URI exchange) {
        this.server = server;
        this.exchange = exchange;
    }

    /** Opens one before {@code exchange}. */
    static Gate before(URI exchange) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Gate gate = new Gate(server, exchange);
            server.setExecutor(gate.threads);
            server.createContext("/", gate::answer);
            server.start();
            return gate;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void mischief(Mischief next) {
        mischief = next;
    }

    private void answer(HttpExchange asked) throws IOException {
        try (asked) {
            Call call = new Call(asked);
            if (asked.getRequestURI().getPath().equals("/api/v1/transactions")) {
                mischief.on(pages.incrementAndGet(), call);
            } else {
                call.pass();
            }
        }
    }

    /** The records of a page. */
    static ArrayNode records(JsonNode page) {
        return (ArrayNode) page.path("transactions");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }
}
