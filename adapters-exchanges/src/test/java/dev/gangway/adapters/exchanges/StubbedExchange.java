package dev.gangway.adapters.exchanges;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gangway.adapters.exchanges.http.ExchangeHttp;
import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.adapters.exchanges.http.Throttle;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.application.testkit.contract.ExchangeStub;
import dev.gangway.application.testkit.memory.InMemoryCrypto;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The part of a stub that all exchanges have in common: a server on loopback, the ways of misbehaving, and a note of every
 * call. What the exchange answers when it behaves is the subclass's.
 */
public abstract class StubbedExchange implements ExchangeStub, AutoCloseable {
    /** When everything happens that happens now. */
    public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static final String HTML = "<html><body><h1>Sorry</h1></body></html>";

    /** The time of the connector and of the stub. */
    protected final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Signs, and lets the stub compute what a signature has to be. */
    protected final RequestSigner signer = new InMemoryCrypto().requestSigner();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ExchangeHttp http =
            new ExchangeHttp(new ExchangeHttp.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), 1 << 20), clock);
    private final List<LedgerTransaction> history = new ArrayList<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Set<String> calls = new ConcurrentSkipListSet<>();
    private volatile Trouble trouble = Trouble.NONE;

    /** Begins to listen. */
    protected StubbedExchange() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * A call.
     *
     * @param method the method
     * @param target path and query as they were sent
     * @param body the body, empty if there was none
     * @param http its headers
     */
    public record Asked(String method, String target, String body, HttpExchange http) {
        /** The path alone. */
        public String path() {
            int query = target.indexOf('?');
            return query < 0 ? target : target.substring(0, query);
        }

        /** The query as it was sent, empty if there was none. */
        public String query() {
            int query = target.indexOf('?');
            return query < 0 ? "" : target.substring(query + 1);
        }

        /** A parameter of the query or of the body's form, decoded; null if it is not there. */
        public @Nullable String parameter(String name) {
            for (String pair : (query() + "&" + body).split("&")) {
                if (pair.startsWith(name + "=")) {
                    return java.net.URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
            return null;
        }

        /** A header, empty if it is not there. */
        public String header(String name) {
            String value = http.getRequestHeaders().getFirst(name);
            return value == null ? "" : value;
        }
    }

    /** An answer. */
    public record Answer(int status, String body) {}

    /** What a record has to become, amounts as {@code BTC 0.5} or empty. */
    public final void expect(String id, TransactionKind kind, Instant time, String received, String sent, String fee) {
        expect(new LedgerTransaction(id, kind, time, amount(received), amount(sent), amount(fee), "{}", 1));
    }

    private synchronized void expect(LedgerTransaction transaction) {
        history.add(transaction);
    }

    /** How much has happened on the account. */
    protected final synchronized int happened() {
        return history.size();
    }

    /** Expects nothing of what has happened any more. */
    protected final synchronized void expectNothing() {
        history.clear();
    }

    @Override
    public final synchronized List<LedgerTransaction> history() {
        return List.copyOf(history);
    }

    @Override
    public final synchronized List<LedgerTransaction> grow() {
        int before = history.size();
        happenMore();
        return List.copyOf(history.subList(before, history.size()));
    }

    /** Lets a few more things happen on the account, each expected. */
    protected abstract void happenMore();

    /** What the exchange answers when it behaves, but for SAME_CURSOR and CIRCLE, which are the subclass's to play. */
    protected abstract Answer honest(Asked asked);

    /** The exchange's own words for a key that it does not know. */
    protected abstract Answer refusal();

    /** How the exchange misbehaves now. */
    protected final Trouble trouble() {
        return trouble;
    }

    /** A line to the stub that never makes a test wait. */
    protected final ExchangeLine line(ExchangeName exchange, Throttle.Rule rule) {
        return new ExchangeLine(exchange, address(), new Throttle(exchange, rule, clock, wait -> {}), http, clock);
    }

    /** Where it listens. */
    protected final URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public final void trouble(Trouble next) {
        trouble = next;
    }

    @Override
    public final List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public final Set<String> calls() {
        return Set.copyOf(calls);
    }

    @Override
    public void close() {
        http.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            Asked asked = new Asked(
                    call.getRequestMethod(),
                    call.getRequestURI().toString(),
                    new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    call);
            calls.add(asked.method() + " " + asked.path());
            if (!readCalls().contains(asked.method() + " " + asked.path())) {
                complaints.add(asked.method() + " " + asked.path());
            }
            answer(call, asked);
        }
    }

    private void answer(HttpExchange call, Asked asked) throws IOException {
        switch (trouble) {
            case SERVER_ERROR -> send(call, 500, HTML);
            case HTML -> send(call, 200, HTML);
            case UNEXPLAINED_REFUSAL -> send(call, 401, HTML);
            case TOO_MANY_REQUESTS -> {
                call.getResponseHeaders().set("Retry-After", Long.toString(RETRY_AFTER.toSeconds()));
                send(call, 429, "{}");
            }
            case REFUSAL -> send(call, refusal());
            case REDIRECT -> {
                call.getResponseHeaders().set("Location", address() + "/elsewhere" + asked.target());
                send(call, 302, "");
            }
            case CUT_SHORT -> {
                byte[] body = honest(asked).body().getBytes(StandardCharsets.UTF_8);
                call.sendResponseHeaders(200, body.length);
                OutputStream out = call.getResponseBody();
                out.write(body, 0, body.length / 2);
                out.flush();
            }
            case ENDLESS -> {
                call.sendResponseHeaders(200, 0);
                byte[] chunk = "[0,0,0,0,0,0,0,0]".repeat(1000).getBytes(StandardCharsets.UTF_8);
                while (true) {
                    call.getResponseBody().write(chunk);
                }
            }
            case NONE, SAME_CURSOR, CIRCLE -> send(call, honest(asked));
        }
    }

    private static void send(HttpExchange call, Answer answer) throws IOException {
        send(call, answer.status(), answer.body());
    }

    private static void send(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
    }

    /** A key without a passphrase. */
    public static ApiCredentials credentials(String key, String secret) {
        return new ApiCredentials(Secret.of(key), Secret.of(secret), null);
    }

    /** {@code "BTC 0.5"} as an amount, an empty text as none. */
    public static @Nullable Amount amount(String text) {
        int space = text.indexOf(' ');
        return space < 0
                ? null
                : new Amount(new AssetCode(text.substring(0, space)), new BigDecimal(text.substring(space + 1)));
    }
}
