package dev.gangway.adapters.exchanges.sixpence;

import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SixpenceX as its API is described: signatures recomputed, pages of at most 200, a cursor that hides an index. */
final class SixpenceStub extends StubbedExchange {
    private static final Instant FIRST = Instant.parse("2024-03-01T09:15:27.123Z");
    private static final Pattern PAGE =
            Pattern.compile("/api/v1/transactions\\?limit=(\\d+)(?:&cursor=c%2F(\\d+)%3D)?");

    private record Key(String secret, String permissions) {}

    private static final Map<String, Key> KEYS = Map.of(
            "six_the-first-key-of-42", new Key("the-first-secret-of-42", "[\"read\"]"),
            "six_the-second-key-of-42", new Key("the-second-secret-of-42", "[\"read\"]"),
            "six_key-that-may-not-read", new Key("the-third-secret-of-42", "[]"),
            "six_key-that-may-trade", new Key("the-fourth-secret-of-42", "[\"read\",\"trade\"]"));

    private final List<String> records = new ArrayList<>();

    SixpenceStub() {
        while (happened() < 450) {
            add(happened());
        }
    }

    @Override
    public ExchangeConnector connector() {
        return Sixpence.connector(line(Sixpence.NAME, Sixpence.RULE), signer);
    }

    @Override
    public Set<String> readCalls() {
        return Set.of("GET /api/v1/account", "GET /api/v1/transactions");
    }

    @Override
    public AccountReference account() {
        return new AccountReference("SIX-ACC-000042");
    }

    @Override
    public ApiCredentials key() {
        return credentials("six_the-first-key-of-42", "the-first-secret-of-42");
    }

    @Override
    public ApiCredentials secondKey() {
        return credentials("six_the-second-key-of-42", "the-second-secret-of-42");
    }

    @Override
    public ApiCredentials unknownKey() {
        return credentials("six_nobodys-key", "the-first-secret-of-42");
    }

    @Override
    public ApiCredentials wrongSecret() {
        return credentials("six_the-first-key-of-42", "the-second-secret-of-42");
    }

    @Override
    public ApiCredentials keyWithoutRead() {
        return credentials("six_key-that-may-not-read", "the-third-secret-of-42");
    }

    @Override
    public ApiCredentials keyThatMayTrade() {
        return credentials("six_key-that-may-trade", "the-fourth-secret-of-42");
    }

    @Override
    protected void happenMore() {
        for (int i = 0; i < 3; i++) {
            add(happened());
        }
    }

    /** One record of each kind in turn, beside what it has to become. */
    private void add(int n) {
        String id = "SIX-TX-" + (100000 + n);
        Instant time = FIRST.plus(Duration.ofHours(n));
        String head = "{\"id\":\"" + id + "\",\"time\":\"" + time + "\",\"type\":";
        switch (n % 7) {
            case 0 ->
                expect(
                        head + "\"deposit\",\"asset\":\"ZAR\",\"amount\":\"2500.00\"}",
                        id,
                        time,
                        TransactionKind.DEPOSIT,
                        "ZAR 2500",
                        "",
                        "");
            case 1 ->
                expect(
                        head
                                + "\"trade\",\"side\":\"buy\",\"base_asset\":\"ETH\",\"base_amount\":\"0.038252713178294573\","
                                + "\"quote_asset\":\"ZAR\",\"quote_amount\":\"2467.30\",\"fee_asset\":\"ZAR\",\"fee_amount\":\"6.17\"}",
                        id,
                        time,
                        TransactionKind.TRADE,
                        "ETH 0.038252713178294573",
                        "ZAR 2467.3",
                        "ZAR 6.17");
            case 2 ->
                expect(
                        head + "\"trade\",\"side\":\"sell\",\"base_asset\":\"BTC\",\"base_amount\":\"0.00012000\","
                                + "\"quote_asset\":\"ZAR\",\"quote_amount\":\"201.44\",\"fee_asset\":\"ZAR\",\"fee_amount\":\"0.00\"}",
                        id,
                        time,
                        TransactionKind.TRADE,
                        "ZAR 201.44",
                        "BTC 0.00012",
                        "");
            case 3 ->
                expect(
                        head
                                + "\"withdrawal\",\"asset\":\"BTC\",\"amount\":\"0.004\",\"fee_asset\":\"BTC\",\"fee_amount\":\"0.00012\"}",
                        id,
                        time,
                        TransactionKind.WITHDRAWAL,
                        "",
                        "BTC 0.004",
                        "BTC 0.00012");
            case 4 ->
                expect(
                        head + "\"fee\",\"asset\":\"ZAR\",\"amount\":\"49.00\"}",
                        id,
                        time,
                        TransactionKind.FEE,
                        "",
                        "",
                        "ZAR 49");
            case 5 ->
                expect(
                        head + "\"reward\",\"asset\":\"ETH\",\"amount\":\"0.000049830000889730\"}",
                        id,
                        time,
                        TransactionKind.REWARD,
                        "ETH 0.00004983000088973",
                        "",
                        "");
            default ->
                expect(
                        head + "\"airdrop\",\"asset\":\"SIX\",\"amount\":\"1\"}",
                        id,
                        time,
                        TransactionKind.UNCLASSIFIED,
                        "",
                        "",
                        "");
        }
    }

    private void expect(
            String json, String id, Instant time, TransactionKind kind, String received, String sent, String fee) {
        records.add(json);
        expect(id, kind, time, received, sent, fee);
    }

    @Override
    protected Answer refusal() {
        return new Answer(401, error("INVALID_KEY"));
    }

    @Override
    protected synchronized Answer honest(Asked asked) {
        Key key = KEYS.get(asked.header("X-SIX-KEY"));
        if (key == null) {
            return refusal();
        }
        String timestamp = asked.header("X-SIX-TIMESTAMP");
        String message = timestamp + "\n" + asked.method() + "\n" + asked.target();
        String signature = HexFormat.of()
                .formatHex(signer.hmacSha256(Secret.of(key.secret()), message.getBytes(StandardCharsets.UTF_8)));
        if (!signature.equals(asked.header("X-SIX-SIGNATURE"))) {
            return new Answer(401, error("INVALID_SIGNATURE"));
        }
        if (!timestamp.equals(Long.toString(NOW.toEpochMilli()))) {
            return new Answer(401, error("TIMESTAMP_OUT_OF_RANGE"));
        }
        if (key.permissions().equals("[]")) {
            return new Answer(403, error("PERMISSION_DENIED"));
        }
        if (asked.path().equals("/api/v1/account")) {
            return new Answer(200, "{\"account_id\":\"SIX-ACC-000042\",\"permissions\":" + key.permissions() + "}");
        }
        Matcher page = PAGE.matcher(asked.target());
        return page.matches() ? new Answer(200, page(page)) : new Answer(400, error("BAD_REQUEST"));
    }

    private String page(Matcher asked) {
        int from = asked.group(2) == null ? 0 : Integer.parseInt(asked.group(2));
        int to = Math.min(records.size(), from + Integer.parseInt(asked.group(1)));
        String next = switch (trouble()) {
            case SAME_CURSOR -> "\"c/" + from + "=\"";
            case CIRCLE -> from == 0 ? "\"c/1=\"" : "\"c/" + (3 - from) + "=\"";
            default -> to < records.size() ? "\"c/" + to + "=\"" : "null";
        };
        return "{\"transactions\":[" + String.join(",", records.subList(from, to)) + "],\"next_cursor\":" + next + "}";
    }

    private static String error(String code) {
        return "{\"code\":\"" + code + "\",\"message\":\"no\"}";
    }
}
