package dev.gangway.adapters.exchanges.valr;

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
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** VALR as its API is described: signatures recomputed, records newest first, filtered by time and by the record before. */
final class ValrStub extends StubbedExchange {
    private static final Instant FIRST = Instant.parse("2024-03-01T09:15:27.123Z");
    private static final Duration WINDOW = Duration.ofSeconds(30);

    private record Key(String secret, String permissions) {}

    private record Kept(String id, Instant time, String json) {}

    private static final Map<String, Key> KEYS = Map.of(
            "a-valr-key-of-42", new Key("the-first-secret-of-42", "[\"View access\"]"),
            "another-valr-key-of-42", new Key("the-second-secret-of-42", "[\"View access\"]"),
            "a-valr-key-without-view", new Key("the-third-secret-of-42", "[]"),
            "a-valr-key-that-trades", new Key("the-fourth-secret-of-42", "[\"View access\",\"Trade\"]"),
            "a-valr-key-of-nobody-new", new Key("the-fifth-secret-of-42", "[\"View access\",\"Levitate\"]"));

    private final List<Kept> records = new ArrayList<>();
    private volatile Duration ahead = Duration.ZERO;
    private volatile boolean shuffled;
    private volatile boolean growing;
    private volatile @Nullable Answer refusal;

    ValrStub() {
        while (happened() < 260) {
            happen();
        }
    }

    @Override
    public ExchangeConnector connector() {
        return Valr.connector(line(Valr.NAME, Valr.RULE), signer);
    }

    @Override
    public Set<String> readCalls() {
        return Set.of("GET /v1/account/api-keys/current", "GET /v1/account/transactionhistory");
    }

    @Override
    public AccountReference account() {
        return new AccountReference(id(0));
    }

    @Override
    public ApiCredentials key() {
        return credentials("a-valr-key-of-42", "the-first-secret-of-42");
    }

    @Override
    public ApiCredentials secondKey() {
        return credentials("another-valr-key-of-42", "the-second-secret-of-42");
    }

    @Override
    public ApiCredentials unknownKey() {
        return credentials("a-valr-key-of-nobody", "the-first-secret-of-42");
    }

    @Override
    public ApiCredentials wrongSecret() {
        return credentials("a-valr-key-of-42", "the-second-secret-of-42");
    }

    @Override
    public ApiCredentials keyWithoutRead() {
        return credentials("a-valr-key-without-view", "the-third-secret-of-42");
    }

    @Override
    public ApiCredentials keyThatMayTrade() {
        return credentials("a-valr-key-that-trades", "the-fourth-secret-of-42");
    }

    @Override
    public boolean keepsOneOrder() {
        return false;
    }

    @Override
    protected void happenMore() {
        for (int i = 0; i < 3; i++) {
            happen();
        }
    }

    /** The exchange's clock is so much ahead of ours. */
    void clockAhead(Duration by) {
        ahead = by;
    }

    /** Pages are out of order from now on. */
    void shuffle() {
        shuffled = true;
    }

    /** Something happens with every call from now on. */
    void keepGrowing() {
        growing = true;
    }

    /** Every signed call is refused so from now on. */
    void refuse(int status, String body) {
        refusal = new Answer(status, body);
    }

    /** The account has just been opened. */
    synchronized void forget() {
        records.clear();
        expectNothing();
    }

    /** Adds a record of {@code type} with these members, and nothing to the history. */
    synchronized String add(String type, String members) {
        int n = records.size();
        Instant time = FIRST.plus(Duration.ofHours(n));
        String id = id(n);
        records.add(new Kept(
                id,
                time,
                "{\"id\":\"" + id + "\",\"transactionType\":{\"type\":\"" + type + "\",\"description\":\"d\"},"
                        + members + ",\"eventAt\":\"" + time + "\",\"additionalInfo\":null}"));
        return id;
    }

    private static String id(int n) {
        return "0197d496-0e9f-7ef5-8476-" + String.format("%012d", n);
    }

    private void happen() {
        int n = records.size();
        switch (n % 7) {
            case 0 -> expect("FIAT_DEPOSIT", TransactionKind.DEPOSIT, "ZAR 2500", "", "");
            case 1 -> expect("LIMIT_BUY", TransactionKind.TRADE, "BTC 0.000152", "ZAR 16.8", "BTC 0.00000018");
            case 2 -> expect("MARKET_SELL", TransactionKind.TRADE, "ZAR 201.44", "ETH 0.0041", "ZAR 0.2");
            case 3 -> expect("BLOCKCHAIN_SEND", TransactionKind.WITHDRAWAL, "", "BTC 0.004", "BTC 0.00012");
            case 4 -> expect("MAKER_REWARD", TransactionKind.REWARD, "ZAR 0.0169", "", "");
            case 5 -> expect("INTERNAL_TRANSFER", TransactionKind.TRANSFER, "", "USDC 20", "");
            default -> expect("FUTURES_PNL_LOSS", TransactionKind.UNCLASSIFIED, "", "", "");
        }
    }

    private void expect(String type, TransactionKind kind, String received, String sent, String fee) {
        String members = List.of(side("debit", sent), side("credit", received), side("fee", fee)).stream()
                .filter(side -> !side.isEmpty())
                .collect(Collectors.joining(","));
        add(type, members.isEmpty() ? "\"debitCurrency\":\"USDC\",\"debitValue\":\"3\"" : members);
        Kept kept = records.getLast();
        expect(kept.id(), kind, kept.time(), received, sent, fee);
    }

    private static String side(String side, String amount) {
        int space = amount.indexOf(' ');
        return space < 0
                ? ""
                : "\"" + side + "Currency\":\"" + amount.substring(0, space) + "\",\"" + side + "Value\":\""
                        + amount.substring(space + 1) + "\"";
    }

    @Override
    protected Answer refusal() {
        return new Answer(401, "{\"code\":-93,\"message\":\"Unauthorized\"}");
    }

    @Override
    protected synchronized Answer honest(Asked asked) {
        Instant now = NOW.plus(ahead);
        if (asked.path().equals("/v1/public/time")) {
            return new Answer(200, "{\"epochTime\":" + now.getEpochSecond() + ",\"time\":\"" + now + "\"}");
        }
        if (refusal != null) {
            return refusal;
        }
        Key key = KEYS.get(asked.header("X-VALR-API-KEY"));
        if (key == null) {
            return refusal();
        }
        String timestamp = asked.header("X-VALR-TIMESTAMP");
        String message = timestamp + asked.method() + asked.target() + asked.body();
        String signature = HexFormat.of()
                .formatHex(signer.hmacSha512(Secret.of(key.secret()), message.getBytes(StandardCharsets.UTF_8)));
        boolean inTime = Duration.between(Instant.ofEpochMilli(Long.parseLong(timestamp)), now)
                        .abs()
                        .compareTo(WINDOW)
                <= 0;
        if (!signature.equals(asked.header("X-VALR-SIGNATURE")) || !inTime) {
            return new Answer(401, "{\"code\":-11252,\"message\":\"Request has an invalid signature\"}");
        }
        if (asked.path().equals("/v1/account/api-keys/current")) {
            return new Answer(
                    200,
                    "{\"label\":\"Tax\",\"permissions\":" + key.permissions()
                            + ",\"addedAt\":\"2024-01-15T07:39:29.000Z\",\"isSubAccount\":false}");
        }
        if (growing) {
            happen();
        }
        return new Answer(200, page(asked));
    }

    private String page(Asked asked) {
        List<Kept> newestFirst = new ArrayList<>(records);
        Collections.reverse(newestFirst);
        String before = before(asked.parameter("beforeId"));
        List<Kept> page = newestFirst.stream()
                .dropWhile(kept -> before != null && !kept.id().equals(before))
                .skip(before == null ? 0 : 1)
                .filter(kept -> after(kept, asked.parameter("startTime")))
                .filter(kept -> until(kept, asked.parameter("endTime")))
                .limit(Long.parseLong(String.valueOf(asked.parameter("limit"))))
                .collect(Collectors.toCollection(ArrayList::new));
        if (shuffled) {
            Collections.shuffle(page, new Random(page.size()));
        }
        return "[" + page.stream().map(Kept::json).collect(Collectors.joining(",")) + "]";
    }

    private @Nullable String before(@Nullable String asked) {
        return switch (trouble()) {
            case SAME_CURSOR -> null;
            case CIRCLE -> asked == null || asked.equals(id(records.size() - 200)) ? null : asked;
            default -> asked;
        };
    }

    private static boolean after(Kept kept, @Nullable String time) {
        return time == null || !kept.time().isBefore(Instant.parse(time));
    }

    private static boolean until(Kept kept, @Nullable String time) {
        return time == null || !kept.time().isAfter(Instant.parse(time));
    }
}
