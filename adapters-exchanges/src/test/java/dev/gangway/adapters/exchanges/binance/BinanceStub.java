package dev.gangway.adapters.exchanges.binance;

import dev.gangway.adapters.exchanges.RehearsedExchange;
import dev.gangway.adapters.exchanges.http.Throttle;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Binance as its API is described: signatures recomputed over the query as sent, each endpoint with its own longest
 * stretch of time, page size and way of paging.
 */
final class BinanceStub extends RehearsedExchange {
    static final String TRADES = "/api/v3/myTrades";
    static final String DEPOSITS = "/sapi/v1/capital/deposit/hisrec";
    static final String WITHDRAWALS = "/sapi/v1/capital/withdraw/history";
    static final String DIVIDENDS = "/sapi/v1/asset/assetDividend";
    static final String DUST = "/sapi/v1/asset/dribblet";
    static final String CONVERSIONS = "/sapi/v1/convert/tradeFlow";
    static final String FIAT_ORDERS = "/sapi/v1/fiat/orders";
    static final String FIAT_PAYMENTS = "/sapi/v1/fiat/payments";

    private static final Set<String> READS = Set.of(
            "/sapi/v1/account/apiRestrictions",
            "/api/v3/account",
            "/api/v3/exchangeInfo",
            TRADES,
            DEPOSITS,
            WITHDRAWALS,
            DIVIDENDS,
            DUST,
            CONVERSIONS,
            FIAT_ORDERS,
            FIAT_PAYMENTS);

    private record Key(String secret, String restrictions) {}

    private record Kept(Instant time, long id, String json) {}

    private static final String READ_ONLY = restrictions("\"enableReading\":true,\"enableFixReadOnly\":true");

    private final Map<String, Key> keys = new HashMap<>(Map.of(
            "binance-first-key-of-42", new Key("binance-first-secret-of-42", READ_ONLY),
            "binance-second-key-of-42", new Key("binance-second-secret-of-42", READ_ONLY),
            "binance-key-without-read", new Key("binance-third-secret-of-42", restrictions("\"enableReading\":false")),
            "binance-key-that-trades",
                    new Key(
                            "binance-fourth-secret-of-42",
                            restrictions("\"enableReading\":true,\"enableSpotAndMarginTrading\":true"))));

    /** By path, and where an endpoint has several lists of its own, by the parameter that says which. */
    private final Map<String, List<Kept>> records = new HashMap<>();

    private final Set<String> shuffled = new HashSet<>();
    private int mostCalls = Integer.MAX_VALUE;

    private static String restrictions(String granted) {
        return "{\"ipRestrict\":true,\"createTime\":1698645219000," + granted
                + ",\"enableWithdrawals\":false,\"enableInternalTransfer\":false,\"enableMargin\":false,"
                + "\"enableFutures\":false,\"permitsUniversalTransfer\":false,\"enableVanillaOptions\":false,"
                + "\"enablePortfolioMarginTrading\":false,\"enableFixApiTrade\":false}";
    }

    BinanceStub() {
        super(READS, "/api/v3/time");
        new BinanceHistory(this).begin();
    }

    @Override
    public ExchangeConnector connector() {
        return Binance.connector(line(Binance.NAME, new Throttle.Rule(1_000_000, Duration.ofMillis(1))), signer);
    }

    /** A record that the exchange keeps. */
    synchronized void keep(String list, Instant time, long id, String json) {
        records.computeIfAbsent(list, none -> new ArrayList<>()).add(new Kept(time, id, json));
    }

    /** Writes something else into a record that is kept. */
    synchronized void replace(String list, String id, String old, String written) {
        records.getOrDefault(list, new ArrayList<>())
                .replaceAll(kept -> kept.json().contains(id)
                        ? new Kept(kept.time(), kept.id(), kept.json().replace(old, written))
                        : kept);
    }

    /** From now on the exchange tells the records of a page in no order. */
    synchronized void shuffle(String list) {
        shuffled.add(list);
    }

    /** A key with restrictions of its own. */
    synchronized ApiCredentials keyWith(String granted) {
        keys.put("binance-special-key", new Key("binance-special-secret", restrictions(granted)));
        return credentials("binance-special-key", "binance-special-secret");
    }

    /** After so many calls the exchange has had enough. */
    synchronized void mostCalls(int calls) {
        mostCalls = calls;
    }

    @Override
    public AccountReference account() {
        return new AccountReference("354937868");
    }

    @Override
    public ApiCredentials key() {
        return credentials("binance-first-key-of-42", "binance-first-secret-of-42");
    }

    @Override
    public ApiCredentials secondKey() {
        return credentials("binance-second-key-of-42", "binance-second-secret-of-42");
    }

    @Override
    public ApiCredentials unknownKey() {
        return credentials("binance-nobodys-key", "binance-first-secret-of-42");
    }

    @Override
    public ApiCredentials wrongSecret() {
        return credentials("binance-first-key-of-42", "binance-second-secret-of-42");
    }

    @Override
    public ApiCredentials keyWithoutRead() {
        return credentials("binance-key-without-read", "binance-third-secret-of-42");
    }

    @Override
    public ApiCredentials keyThatMayTrade() {
        return credentials("binance-key-that-trades", "binance-fourth-secret-of-42");
    }

    @Override
    protected void happenMore() {
        new BinanceHistory(this).grow();
    }

    @Override
    protected Answer refusal() {
        return error(401, -2015, "Invalid API-key, IP, or permissions for action.");
    }

    @Override
    protected @Nullable Answer unsigned(Asked call, int calls) {
        if (calls > mostCalls) {
            return error(400, -1003, "Too many requests queued.");
        }
        return switch (call.path()) {
            case "/api/v3/time" ->
                new Answer(200, "{\"serverTime\":" + exchangeTime().toEpochMilli() + "}");
            case "/api/v3/exchangeInfo" -> new Answer(200, BinanceHistory.symbols(call.parameter("symbolStatus")));
            default -> null;
        };
    }

    @Override
    protected @Nullable Answer refused(Asked call) {
        Key key = keys.get(call.header("X-MBX-APIKEY"));
        if (key == null) {
            return refusal();
        }
        String query = call.query();
        int signature = query.lastIndexOf("&signature=");
        String right = signature < 0
                ? ""
                : HexFormat.of()
                        .formatHex(signer.hmacSha256(
                                Secret.of(key.secret()),
                                query.substring(0, signature).getBytes(StandardCharsets.UTF_8)));
        if (signature < 0 || !query.endsWith("&signature=" + right)) {
            return error(400, -1022, "Signature for this request is not valid.");
        }
        String timestamp = call.parameter("timestamp");
        long apart = Long.parseLong(timestamp == null ? "0" : timestamp)
                - exchangeTime().toEpochMilli();
        return apart > 1000 || apart < -10_000
                ? error(400, -1021, "Timestamp for this request is outside of the recvWindow.")
                : null;
    }

    @Override
    protected Answer told(Asked call) {
        return switch (call.path()) {
            case "/sapi/v1/account/apiRestrictions" ->
                new Answer(
                        200,
                        keys.getOrDefault(call.header("X-MBX-APIKEY"), new Key("", ""))
                                .restrictions());
            case "/api/v3/account" ->
                new Answer(
                        200,
                        "{\"makerCommission\":15,\"canTrade\":true,\"canWithdraw\":true,\"canDeposit\":true,"
                                + "\"accountType\":\"SPOT\",\"balances\":[],\"permissions\":[\"SPOT\"],\"uid\":"
                                + account().value() + "}");
            case TRADES -> trades(call);
            case DEPOSITS, WITHDRAWALS ->
                stretch(call, "startTime", 90, kept -> "[" + page(kept, number(call, "offset", 0), 1000) + "]");
            case DIVIDENDS ->
                stretch(
                        call,
                        "startTime",
                        180,
                        kept -> "{\"rows\":[" + page(kept, 0, number(call, "limit", 20)) + "],\"total\":" + kept.size()
                                + "}");
            case DUST ->
                stretch(
                        call,
                        "startTime",
                        36_500,
                        kept -> "{\"total\":" + kept.size() + ",\"userAssetDribblets\":[" + page(kept, 0, 100) + "]}");
            case CONVERSIONS ->
                stretch(
                        call,
                        "startTime",
                        30,
                        kept -> "{\"list\":[" + page(kept, 0, 1000) + "],\"moreData\":" + (kept.size() > 1000) + "}");
            case FIAT_ORDERS, FIAT_PAYMENTS ->
                stretch(call, "beginTime", 36_500, kept -> {
                    long rows = number(call, "rows", 100);
                    String data = page(kept, (number(call, "page", 1) - 1) * rows, rows);
                    return "{\"code\":\"000000\",\"message\":\"success\",\"data\":[" + data + "],\"total\":"
                            + kept.size() + ",\"success\":true}";
                });
            default -> error(404, -1, "no such path");
        };
    }

    private interface Telling {
        String of(List<Kept> newestFirst);
    }

    private Answer stretch(Asked call, String begin, int days, Telling telling) {
        Instant from = Instant.ofEpochMilli(number(call, begin, 0));
        Instant to = Instant.ofEpochMilli(number(call, "endTime", 0));
        if (Duration.between(from, to).compareTo(Duration.ofDays(days)) >= 0) {
            return error(400, -1127, "More than " + days + " days between startTime and endTime.");
        }
        String type = call.parameter("transactionType");
        List<Kept> kept = records.getOrDefault(call.path() + (type == null ? "" : type), List.of()).stream()
                .filter(record ->
                        !record.time().isBefore(from) && !record.time().isAfter(to))
                .sorted(Comparator.comparing(Kept::time).reversed())
                .toList();
        return new Answer(200, telling.of(kept));
    }

    private static String page(List<Kept> kept, long offset, long limit) {
        return kept.stream().skip(offset).limit(limit).map(Kept::json).collect(Collectors.joining(","));
    }

    private Answer trades(Asked call) {
        List<Kept> all = records.getOrDefault(TRADES + call.parameter("symbol"), List.of());
        long limit = number(call, "limit", 500);
        if (limit > 1000) {
            return error(400, -1130, "limit");
        }
        List<Kept> told;
        if (call.parameter("fromId") != null) {
            long from = number(call, "fromId", 0);
            long begin = switch (trouble()) {
                case SAME_CURSOR -> 0;
                case CIRCLE -> from == 0 || from > 1040 ? 0 : 30;
                default -> from;
            };
            told = all.stream()
                    .filter(trade -> trade.id() >= begin)
                    .limit(limit)
                    .toList();
        } else if (call.parameter("startTime") != null) {
            Instant from = Instant.ofEpochMilli(number(call, "startTime", 0));
            Instant to = Instant.ofEpochMilli(number(call, "endTime", 0));
            if (Duration.between(from, to).compareTo(Duration.ofDays(1)) > 0) {
                return error(400, -1127, "More than 24 hours between startTime and endTime.");
            }
            told = all.stream()
                    .filter(trade ->
                            !trade.time().isBefore(from) && !trade.time().isAfter(to))
                    .limit(limit)
                    .toList();
        } else {
            told = all.subList((int) Math.max(0, all.size() - limit), all.size());
        }
        if (shuffled.contains(TRADES + call.parameter("symbol"))) {
            told = new ArrayList<>(told);
            Collections.shuffle(told, new Random(42));
        }
        return new Answer(200, "[" + told.stream().map(Kept::json).collect(Collectors.joining(",")) + "]");
    }

    private static Answer error(int status, int code, String message) {
        return new Answer(status, "{\"code\":" + code + ",\"msg\":\"" + message + "\"}");
    }
}
