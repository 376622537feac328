package dev.gangway.adapters.exchanges.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.adapters.exchanges.http.ExchangeJson;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
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
    private static final Instant FIRST = Instant.parse("2024-03-01T09:15:27Z");
    private static final String NAME = "organizations/0c1d/apiKeys/";
    private static final KeyPair ONE = keyPair();
    private static final KeyPair OTHER = keyPair();

    private record Key(PublicKey key, String permissions) {}

    private static final Map<String, Key> KEYS = Map.of(
            NAME + "first", new Key(ONE.getPublic(), permissions(true, false, false)),
            NAME + "second", new Key(OTHER.getPublic(), permissions(true, false, false)),
            NAME + "blind", new Key(ONE.getPublic(), permissions(false, false, false)),
            NAME + "trader", new Key(ONE.getPublic(), permissions(true, true, false)));

    /** A record, and what it is sorted by. */
    private record Row(String id, Instant time, String json) {}

    private final Map<String, List<Row>> wallets = new TreeMap<>();
    private final List<Row> fills = new ArrayList<>();
    private final List<LedgerTransaction> history = new ArrayList<>();
    private final Set<String> nonces = new HashSet<>();
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
            add(next++);
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Coinbase hands it out (SEC 1, with the public half in it). */
    private static String pem(KeyPair pair) {
        String number = ((ECPrivateKey) pair.getPrivate()).getS().toString(16);
        byte[] spki = pair.getPublic().getEncoded();
        byte[] sec1 = HexFormat.of()
                .parseHex("307702010104" + "20" + "0".repeat(64 - number.length()) + number
                        + "a00a06082a8648ce3d030107a144034200"
                        + HexFormat.of().formatHex(spki, spki.length - 65, spki.length));
        return "-----BEGIN EC PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(sec1)
                + "\n-----END EC PRIVATE KEY-----\n";
    }

    static String permissions(boolean view, boolean trade, boolean transfer) {
        return "{\"can_view\":" + view + ",\"can_trade\":" + trade + ",\"can_transfer\":" + transfer
                + ",\"portfolio_uuid\":\"3f1c0f5e-portfolio\",\"portfolio_type\":\"DEFAULT\"}";
    }

    /** Lets something else answer before Coinbase does. */
    synchronized void instead(@Nullable Function<Asked, @Nullable Answer> other) {
        instead = other;
    }

    synchronized void emptyAccount() {
        wallets.values().forEach(List::clear);
        fills.clear();
        history.clear();
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
        return credentials(NAME + "first", pem(ONE));
    }

    @Override
    public ApiCredentials secondKey() {
        // as it comes out of a JSON file
        return credentials(NAME + "second", pem(OTHER).replace("\n", "\\n"));
    }

    @Override
    public ApiCredentials unknownKey() {
        return credentials(NAME + "nobodys", pem(ONE));
    }

    @Override
    public ApiCredentials wrongSecret() {
        return credentials(NAME + "first", pem(OTHER));
    }

    @Override
    public ApiCredentials keyWithoutRead() {
        return credentials(NAME + "blind", pem(ONE));
    }

    @Override
    public ApiCredentials keyThatMayTrade() {
        return credentials(NAME + "trader", pem(ONE));
    }

    @Override
    public synchronized List<LedgerTransaction> history() {
        return List.copyOf(history);
    }

    @Override
    public synchronized List<LedgerTransaction> grow() {
        int before = history.size();
        for (int i = 0; i < 3; i++) {
            add(next++);
        }
        return List.copyOf(history.subList(before, history.size()));
    }

    /** One event of each kind in turn, beside what it has to become. */
    private void add(int n) {
        Instant time = FIRST.plus(Duration.ofHours(n));
        String id = "%05d-tx".formatted(n);
        switch (n % 8) {
            case 0 -> {
                wallet("EUR", id, "fiat_deposit", time, "250.00", "");
                expect(id, time, TransactionKind.DEPOSIT, "EUR 250", "", "");
            }
            case 1 -> {
                String entry = "%05d-entry".formatted(n);
                fill(entry, time, "BTC-USD", "SELL", "45123.45", "0.005", "1.14");
                String detail = ",\"advanced_trade_fill\":{\"fill_price\":\"45123.45\",\"product_id\":\"BTC-USD\","
                        + "\"order_id\":\"o" + n + "\",\"commission\":\"1.14\",\"order_side\":\"sell\"}";
                wallet("BTC", id + "b", "advanced_trade_fill", time, "-0.005", detail);
                wallet("USD", id + "q", "advanced_trade_fill", time, "225.61725", detail);
                expect(entry, time, TransactionKind.TRADE, "USD 225.61725", "BTC 0.005", "USD 1.14");
            }
            case 2 -> {
                wallet(
                        "BTC",
                        id,
                        "send",
                        time,
                        "-0.01012000",
                        ",\"network\":{\"status\":\"confirmed\",\"hash\":\"ab\","
                                + "\"transaction_fee\":{\"amount\":\"0.00012000\",\"currency\":\"BTC\"}},"
                                + "\"to\":{\"resource\":\"address\"}");
                expect(id, time, TransactionKind.WITHDRAWAL, "", "BTC 0.01", "BTC 0.00012");
            }
            case 3 -> {
                wallet("ETH", id, "staking_reward", time, "0.00004563", "");
                expect(id, time, TransactionKind.REWARD, "ETH 0.00004563", "", "");
            }
            case 4 -> {
                String trade = "%05d-trade".formatted(n);
                String detail = ",\"trade\":{\"id\":\"" + trade
                        + "\",\"fee\":{\"amount\":\"0.109974\",\"currency\":\"USDC\"},\"payment_method_name\":\"USDC\"}";
                wallet("USDC", id + "a", "trade", time, "-10.571942", detail);
                wallet("ETH", id + "b", "trade", time.plusSeconds(1), "0.00266121", detail);
                expect(trade, time, TransactionKind.TRADE, "ETH 0.00266121", "USDC 10.461968", "USDC 0.109974");
            }
            case 5 -> {
                String buy = "%05d-buy".formatted(n);
                wallet(
                        "BTC",
                        id,
                        "buy",
                        time,
                        "0.00100000",
                        ",\"buy\":{\"id\":\"" + buy + "\",\"fee\":{\"amount\":\"1.99\",\"currency\":\"EUR\"},"
                                + "\"subtotal\":{\"amount\":\"48.01\",\"currency\":\"EUR\"},"
                                + "\"total\":{\"amount\":\"50.00\",\"currency\":\"EUR\"}}");
                expect(buy, time, TransactionKind.TRADE, "BTC 0.001", "EUR 48.01", "EUR 1.99");
            }
            case 6 -> {
                wallet("USD", id, "clawback", time, "-5.00", "");
                expect(id, time, TransactionKind.UNCLASSIFIED, "", "", "");
            }
            default -> {
                wallet("ETH", id, "staking_transfer", time, "-0.50000000", "");
                expect(id, time, TransactionKind.TRANSFER, "", "ETH 0.5", "");
            }
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

    private void expect(String id, Instant time, TransactionKind kind, String received, String sent, String fee) {
        history.add(new LedgerTransaction(id, kind, time, amount(received), amount(sent), amount(fee), id, 1));
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
        Key key = verified(call);
        if (key == null) {
            return call.path().equals("/v2/time") ? time(NOW) : refusal();
        }
        if (call.path().equals(PERMISSIONS)) {
            return new Answer(200, key.permissions());
        }
        if (call.path().equals(FILLS)) {
            return fills(call);
        }
        if (call.path().equals("/v2/accounts")) {
            return older(
                    call,
                    wallets.keySet().stream()
                            .map(code -> new Row(
                                    code, FIRST, "{\"id\":\"" + code + "\",\"currency\":{\"code\":\"" + code + "\"}}"))
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

    private @Nullable Key verified(Asked call) {
        String[] parts =
                call.header("Authorization").replaceFirst("^Bearer ", "").split("\\.");
        if (parts.length != 3) {
            return null;
        }
        JsonNode header = json(parts[0]);
        JsonNode claims = json(parts[1]);
        Key key = KEYS.get(header.path("kid").asText());
        String uri = call.method() + " " + call.header("Host") + call.path();
        boolean right = header.path("alg").asText().equals("ES256")
                && header.path("typ").asText().equals("JWT")
                && header.path("nonce").asText().matches("[0-9a-f]{32}")
                && nonces.add(header.path("nonce").asText())
                && claims.path("sub").asText().equals(header.path("kid").asText())
                && claims.path("iss").asText().equals("cdp")
                && claims.path("uri").asText().equals(uri)
                && claims.path("nbf").asLong() == NOW.getEpochSecond()
                && claims.path("exp").asLong() == NOW.getEpochSecond() + 120;
        return key != null && right && signed(key.key(), parts) ? key : null;
    }

    private static boolean signed(PublicKey key, String[] parts) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException unverifiable) {
            return false;
        }
    }

    private static JsonNode json(String part) {
        JsonNode json = ExchangeJson.object(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        if (json == null) {
            throw new IllegalArgumentException("no JSON in a token");
        }
        return json;
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
