package dev.gangway.adapters.exchanges.coinbase;

import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Coinbase as its APIs are described: tokens verified with the public key, their claims checked, no nonce taken twice; pages
 * newest first that begin behind a record.
 */
final class CoinbaseStub extends StubbedExchange {
    static final String PERMISSIONS = "/api/v3/brokerage/key_permissions";
    static final String FILLS = "/api/v3/brokerage/orders/historical/fills";
    /** A record, and what it is sorted by. */
    private record Row(String id, Instant time, String json) {}

    private final Map<String, List<Row>> wallets = new TreeMap<>();
    private final List<Row> fills = new ArrayList<>();
    private final CoinbaseHistory happenings = new CoinbaseHistory(this);
    private final CoinbaseKeys keys = new CoinbaseKeys();
    private @Nullable Function<Asked, @Nullable Answer> instead;
    private int circle;
    private int next;
    private int pageSize = 40;
    private boolean oldestFirst;

    CoinbaseStub() {
        for (String code : List.of("BTC", "ETH", "EUR", "USD", "USDC")) {
            wallets.put(code, new ArrayList<>());
        }
        for (int i = 0; i < 13; i++) {
            // wallets that were never used; Coinbase names them by their code
            wallets.put("ZZ" + i, new ArrayList<>());
        }
        while (next < 200) {
            happenings.add(next++);
        }
    }

    /** Lets something else answer before Coinbase does. */
    synchronized void instead(@Nullable Function<Asked, @Nullable Answer> other) {
        instead = other;
    }

    synchronized void emptyAccount() {
        wallets.values().forEach(List::clear);
        fills.clear();
        expectNothing();
    }

    /** Lists begin with the oldest from now on. */
    synchronized void oldestFirst() {
        oldestFirst = true;
    }

    synchronized void pageSize(int size) {
        pageSize = size;
    }

    @Override
    public ExchangeConnector connector() {
        return Coinbase.connector(line(Coinbase.NAME, Coinbase.RULE), signer);
    }

    @Override
    public Set<String> readCalls() {
        Set<String> calls = new HashSet<>(Set.of("GET " + PERMISSIONS, "GET " + FILLS, "GET /v2/accounts"));
        wallets.keySet().forEach(wallet -> calls.add("GET /v2/accounts/" + wallet + "/transactions"));
        return calls;
    }

    @Override
    public boolean keepsOneOrder() {
        // newest first, and each wallet by itself
        return false;
    }

    @Override
    public AccountReference account() {
        return new AccountReference("3f1c0f5e-portfolio");
    }

    @Override
    public ApiCredentials key() {
        return credentials(CoinbaseKeys.NAME + "first", CoinbaseKeys.first());
    }

    @Override
    public ApiCredentials secondKey() {
        // as it comes out of a JSON file
        return credentials(CoinbaseKeys.NAME + "second", CoinbaseKeys.second().replace("\n", "\\n"));
    }

    @Override
    public ApiCredentials unknownKey() {
        return credentials(CoinbaseKeys.NAME + "nobodys", CoinbaseKeys.first());
    }

    @Override
    public ApiCredentials wrongSecret() {
        return credentials(CoinbaseKeys.NAME + "first", CoinbaseKeys.second());
    }

    @Override
    public ApiCredentials keyWithoutRead() {
        return credentials(CoinbaseKeys.NAME + "blind", CoinbaseKeys.first());
    }

    @Override
    public ApiCredentials keyThatMayTrade() {
        return credentials(CoinbaseKeys.NAME + "trader", CoinbaseKeys.first());
    }

    @Override
    protected void happenMore() {
        for (int i = 0; i < 3; i++) {
            happenings.add(next++);
        }
    }

    /** Adds a transaction, and nothing to what is expected. */
    synchronized void wallet(String wallet, String id, String type, Instant time, String amount, String more) {
        transaction(wallet, id, type, "completed", time, amount, more);
    }

    synchronized void transaction(
            String wallet, String id, String type, String status, Instant time, String amount, String more) {
        List<Row> rows = wallets.computeIfAbsent(wallet, code -> new ArrayList<>());
        rows.removeIf(row -> row.id().equals(id));
        rows.add(new Row(
                id,
                time,
                "{\"id\":\"" + id + "\",\"type\":\"" + type + "\",\"status\":\"" + status
                        + "\",\"amount\":{\"amount\":\"" + amount + "\",\"currency\":\"" + wallet
                        + "\"},\"native_amount\":{\"amount\":\"77.77\",\"currency\":\"EUR\"},\"created_at\":\"" + time
                        + "\",\"resource\":\"transaction\"" + more + "}"));
    }

    synchronized void fill(
            String id, Instant time, String product, String side, String price, String size, String commission) {
        fills.add(new Row(
                id,
                time,
                "{\"entry_id\":\"" + id + "\",\"trade_id\":\"t" + id + "\",\"order_id\":\"o\",\"trade_time\":\"" + time
                        + "\",\"trade_type\":\"FILL\",\"price\":\"" + price + "\",\"size\":\"" + size
                        + "\",\"commission\":\"" + commission + "\",\"product_id\":\"" + product
                        + "\",\"size_in_quote\":false,\"side\":\"" + side + "\"}"));
    }

    @Override
    protected Answer refusal() {
        return new Answer(401, "Unauthorized\n");
    }

    @Override
    protected synchronized Answer honest(Asked call) {
        Answer other = instead == null ? null : instead.apply(call);
        if (other != null) {
            return other;
        }
        String permissions = keys.permissionsOf(call);
        if (permissions == null) {
            return call.path().equals("/v2/time") ? time(NOW) : refusal();
        }
        if (call.path().equals(PERMISSIONS)) {
            return new Answer(200, permissions);
        }
        if (call.path().equals(FILLS)) {
            return fills(call);
        }
        if (call.path().equals("/v2/accounts")) {
            return older(
                    call,
                    wallets.keySet().stream()
                            .map(code -> new Row(
                                    code,
                                    CoinbaseHistory.FIRST,
                                    "{\"id\":\"" + code + "\",\"currency\":{\"code\":\"" + code + "\"}}"))
                            .toList(),
                    7);
        }
        String[] path = call.path().split("/");
        List<Row> rows = path.length == 5 ? wallets.get(path[3]) : null;
        return rows == null
                ? new Answer(404, "{\"errors\":[{\"id\":\"not_found\"}]}")
                : older(call, newest(rows), pageSize);
    }

    static Answer time(Instant now) {
        return new Answer(200, "{\"data\":{\"iso\":\"" + now + "\",\"epoch\":" + now.getEpochSecond() + "}}");
    }

    private List<Row> newest(List<Row> rows) {
        Comparator<Row> order = Comparator.comparing(Row::time).thenComparing(Row::id);
        return rows.stream().sorted(oldestFirst ? order : order.reversed()).toList();
    }

    private Answer fills(Asked call) {
        String since = call.parameter("start_sequence_timestamp");
        String cursor = call.parameter("cursor");
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        List<Row> rows = newest(fills).stream()
                .filter(row -> since == null || row.time().isAfter(Instant.parse(since)))
                .toList();
        int to = Math.min(rows.size(), from + 10);
        String following = switch (trouble()) {
            case SAME_CURSOR -> "10";
            case CIRCLE -> circle++ % 2 == 0 ? "10" : "0";
            default -> to < rows.size() ? Integer.toString(to) : "";
        };
        return new Answer(200, "{\"fills\":[" + join(rows.subList(from, to)) + "],\"cursor\":\"" + following + "\"}");
    }

    private static Answer older(Asked call, List<Row> rows, int size) {
        String after = call.parameter("starting_after");
        int from = 0;
        while (after != null && from < rows.size() && !rows.get(from++).id().equals(after)) {
            // behind the record that is named
        }
        int to = Math.min(rows.size(), from + size);
        String next = to == rows.size()
                ? "null"
                : "\"" + call.path() + "?limit=100&starting_after="
                        + rows.get(to - 1).id() + "\"";
        return new Answer(
                200,
                "{\"pagination\":{\"limit\":100,\"order\":\"desc\",\"next_uri\":" + next + "},\"data\":["
                        + join(rows.subList(from, to)) + "]}");
    }

    private static String join(List<Row> rows) {
        return String.join(",", rows.stream().map(Row::json).toList());
    }
}
