package dev.gangway.bootstrap.demo.sixpence.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.gangway.bootstrap.demo.sixpence.account.Account;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.demo.sixpence.http.Answer;
import dev.gangway.bootstrap.demo.sixpence.http.Responder;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** {@code GET /api/v1/account} and {@code GET /api/v1/transactions}, for whoever signs with a key of an account. */
public final class ReadApi implements Responder {

    private static final Duration WINDOW = Duration.ofSeconds(30);

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();
    private final InstantSource clock;
    private volatile FaultHook faults = FaultHook.NONE;

    public ReadApi(List<Account> accounts, InstantSource clock) {
        this.clock = clock;
        accounts.forEach(this::put);
    }

    /** Adds an account, or replaces the one of the same id: its history may have grown, its keys changed. */
    public void put(Account account) {
        accounts.put(account.id(), account);
    }

    /** Makes calls fail from now on; {@link FaultHook#NONE} heals the exchange. */
    public void faults(FaultHook hook) {
        faults = hook;
    }

    /** How many calls have arrived so far. */
    public long calls() {
        return calls.get();
    }

    @Override
    public Answer answer(HttpExchange exchange) throws InterruptedException {
        ApiCall call = new ApiCall(
                calls.incrementAndGet(), pathAndQuery(exchange.getRequestURI()), header(exchange, "X-SIX-KEY"));
        return switch (faults.at(call)) {
            case Fault.None none -> honestly(exchange, call);
            case Fault.Unavailable(int status) ->
                Answer.of(status, "text/html; charset=utf-8", "<html><body><h1>" + status + "</h1></body></html>");
            case Fault.RateLimited(Duration retryAfter) ->
                Refusal.RATE_LIMITED.answer().with("Retry-After", Long.toString(retryAfter.toSeconds()));
            case Fault.RefuseKey refuse -> Refusal.INVALID_KEY.answer();
            case Fault.CutBody(int bytes) -> honestly(exchange, call).cutAfter(bytes);
            case Fault.Instead(int status, String contentType, String body) -> Answer.of(status, contentType, body);
            case Fault.Slow(Duration delay) -> {
                Thread.sleep(delay);
                yield honestly(exchange, call);
            }
            case Fault.Pause pause -> {
                pause.reached().countDown();
                pause.release().await();
                yield honestly(exchange, call);
            }
        };
    }

    private Answer honestly(HttpExchange exchange, ApiCall call) {
        String path = exchange.getRequestURI().getPath();
        if (!path.equals("/api/v1/account") && !path.equals("/api/v1/transactions")) {
            return Refusal.NOT_FOUND.answer();
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return Refusal.METHOD_NOT_ALLOWED.answer().with("Allow", "GET");
        }
        Optional<Owned> owned =
                call.apiKey().flatMap(this::find).filter(found -> found.key().active());
        if (owned.isEmpty()) {
            return Refusal.INVALID_KEY.answer();
        }
        ApiKey key = owned.get().key();
        String timestamp = header(exchange, "X-SIX-TIMESTAMP").orElse("");
        String expected = SignedRequests.signature(key.secret(), timestamp, "GET", call.pathAndQuery());
        if (!SignedRequests.matches(
                expected, header(exchange, "X-SIX-SIGNATURE").orElse(""))) {
            return Refusal.INVALID_SIGNATURE.answer();
        }
        if (!fresh(timestamp)) {
            return Refusal.TIMESTAMP_OUT_OF_RANGE.answer();
        }
        if (!key.permissions().contains(ApiKey.READ)) {
            return Refusal.PERMISSION_DENIED.answer();
        }
        return path.equals("/api/v1/account")
                ? account(owned.get())
                : transactions(
                        owned.get().account(),
                        Optional.ofNullable(exchange.getRequestURI().getRawQuery()));
    }

    private record Owned(Account account, ApiKey key) {}

    private Optional<Owned> find(String key) {
        return accounts.values().stream()
                .flatMap(account -> account.keys().stream().map(own -> new Owned(account, own)))
                .filter(owned -> owned.key().key().equals(key))
                .findFirst();
    }

    private boolean fresh(String timestamp) {
        if (!timestamp.matches("[0-9]{1,15}")) {
            return false;
        }
        return Math.abs(clock.millis() - Long.parseLong(timestamp)) <= WINDOW.toMillis();
    }

    private static Answer account(Owned owned) {
        ObjectNode json = ApiJson.object().put("account_id", owned.account().id());
        ArrayNode permissions = json.putArray("permissions");
        owned.key().permissions().stream().sorted().forEach(permissions::add);
        return ApiJson.answer(200, json);
    }

    private static Answer transactions(Account account, Optional<String> query) {
        try {
            PageRequest.Page page = PageRequest.parse(query).of(account.transactions());
            ObjectNode json = ApiJson.object();
            ArrayNode transactions = json.putArray("transactions");
            page.transactions().stream().map(ApiJson::transaction).forEach(transactions::add);
            json.put("next_cursor", page.nextCursor().orElse(null));
            return ApiJson.answer(200, json);
        } catch (PageRequest.Malformed malformed) {
            return Refusal.BAD_REQUEST.answer(malformed.detail());
        }
    }

    /** The header if it was sent exactly once; a repeated one is as good as none. */
    private static Optional<String> header(HttpExchange exchange, String name) {
        List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    private static String pathAndQuery(URI uri) {
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
