package dev.gangway.adapters.exchanges.okx;

import dev.gangway.adapters.exchanges.RehearsedExchange;
import dev.gangway.adapters.exchanges.http.Throttle;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** OKX as its API is described: signatures recomputed, newest first, paged by bill or by time. */
final class OkxStub extends RehearsedExchange {
    static final String CONFIG = "/api/v5/account/config";
    static final String FILLS = "/api/v5/trade/fills-history";
    static final String CONVERSIONS = "/api/v5/asset/convert/history";
    static final String DEPOSITS = "/api/v5/asset/deposit-history";
    static final String WITHDRAWALS = "/api/v5/asset/withdrawal-history";
    static final String BILLS = "/api/v5/account/bills-archive";
    static final String FUNDING = "/api/v5/asset/bills-history";

    private static final Set<String> READS = Set.of(CONFIG, FILLS, CONVERSIONS, DEPOSITS, WITHDRAWALS, BILLS, FUNDING);

    private record Key(String secret, String permissions) {}

    private record Kept(Instant time, long billId, String instType, String currency, String json) {}

    private final Map<String, Key> keys = new HashMap<>(Map.of(
            "okx-the-first-key-of-42", new Key("okx-the-first-secret-of-42", "read_only"),
            "okx-the-second-key-of-42", new Key("okx-the-second-secret-of-42", "read_only"),
            "okx-key-without-read", new Key("okx-the-third-secret-of-42", ""),
            "okx-key-that-trades", new Key("okx-the-fourth-secret-of-42", "read_only,trade")));

    private final Map<String, List<Kept>> records = new HashMap<>();

    OkxStub() {
        super(READS, "/api/v5/public/time");
        new OkxHistory(this).begin();
    }

    @Override
    public ExchangeConnector connector() {
        return Okx.connector(line(Okx.NAME, new Throttle.Rule(1_000_000, Duration.ofMillis(1))), signer);
    }

    /** A record that the exchange keeps. */
    synchronized void keep(String path, Instant time, long billId, String instType, String currency, String json) {
        records.computeIfAbsent(path, none -> new ArrayList<>()).add(new Kept(time, billId, instType, currency, json));
    }

    /** Writes something else into a record that is kept. */
    synchronized void replace(String path, String id, String old, String written) {
        records.getOrDefault(path, new ArrayList<>())
                .replaceAll(kept -> kept.json().contains(id)
                        ? new Kept(
                                kept.time(),
                                kept.billId(),
                                kept.instType(),
                                kept.currency(),
                                kept.json().replace(old, written))
                        : kept);
    }

    /** A key with these permissions. */
    synchronized ApiCredentials keyWith(String permissions) {
        keys.put("okx-special-key", new Key("okx-special-secret", permissions));
        return okx("okx-special-key", "okx-special-secret");
    }

    @Override
    public AccountReference account() {
        return new AccountReference("43812");
    }

    @Override
    public ApiCredentials key() {
        return okx("okx-the-first-key-of-42", "okx-the-first-secret-of-42");
    }

    @Override
    public ApiCredentials secondKey() {
        return okx("okx-the-second-key-of-42", "okx-the-second-secret-of-42");
    }

    @Override
    public ApiCredentials unknownKey() {
        return okx("okx-nobodys-key", "okx-the-first-secret-of-42");
    }

    @Override
    public ApiCredentials wrongSecret() {
        return okx("okx-the-first-key-of-42", "okx-the-second-secret-of-42");
    }

    @Override
    public ApiCredentials keyWithoutRead() {
        return okx("okx-key-without-read", "okx-the-third-secret-of-42");
    }

    @Override
    public ApiCredentials keyThatMayTrade() {
        return okx("okx-key-that-trades", "okx-the-fourth-secret-of-42");
    }

    private static ApiCredentials okx(String key, String secret) {
        return new ApiCredentials(Secret.of(key), Secret.of(secret), Secret.of("Pass-phrase-1"));
    }

    @Override
    protected void happenMore() {
        new OkxHistory(this).grow();
    }

    @Override
    protected Answer refusal() {
        return error(401, "50111", "Invalid OK-ACCESS-KEY");
    }

    @Override
    protected @Nullable Answer unsigned(Asked call, int calls) {
        return call.path().equals("/api/v5/public/time")
                ? done("{\"ts\":\"" + exchangeTime().toEpochMilli() + "\"}")
                : null;
    }

    @Override
    protected @Nullable Answer refused(Asked call) {
        Key key = keys.get(call.header("OK-ACCESS-KEY"));
        if (key == null) {
            return refusal();
        }
        if (!call.header("OK-ACCESS-PASSPHRASE").equals("Pass-phrase-1")) {
            return error(401, "50105", "OK-ACCESS-PASSPHRASE incorrect");
        }
        String timestamp = call.header("OK-ACCESS-TIMESTAMP");
        Duration apart;
        try {
            apart = Duration.between(exchangeTime(), Instant.parse(timestamp)).abs();
        } catch (DateTimeException malformed) {
            return error(401, "50112", "Invalid OK-ACCESS-TIMESTAMP");
        }
        String message = timestamp + call.method() + call.target() + call.body();
        String right = Base64.getEncoder()
                .encodeToString(signer.hmacSha256(Secret.of(key.secret()), message.getBytes(StandardCharsets.UTF_8)));
        if (!right.equals(call.header("OK-ACCESS-SIGN"))) {
            return error(401, "50113", "Invalid Sign");
        }
        return apart.compareTo(Duration.ofSeconds(30)) > 0 ? error(401, "50102", "Timestamp request expired") : null;
    }

    @Override
    protected Answer told(Asked call) {
        return switch (call.path()) {
            case CONFIG ->
                done(
                        "{\"acctLv\":\"1\",\"uid\":\"43812\",\"mainUid\":\"43812\",\"label\":\"gangway\",\"ip\":\"\",\"perm\":\""
                                + keys.getOrDefault(call.header("OK-ACCESS-KEY"), new Key("", ""))
                                        .permissions() + "\"}");
            case FILLS, BILLS -> newestFirst(call, Kept::billId);
            case CONVERSIONS, DEPOSITS, WITHDRAWALS, FUNDING ->
                newestFirst(call, kept -> kept.time().toEpochMilli());
            default -> error(404, "404", "no such path");
        };
    }

    private Answer newestFirst(Asked call, ToLongFunction<Kept> key) {
        if (call.path().equals(FILLS) && call.parameter("instType") == null) {
            return error(400, "51000", "Parameter instType error");
        }
        String type = call.parameter("instType");
        String currency = call.parameter("ccy");
        long begin = number(call, "begin", 0);
        long end = number(call, "end", Long.MAX_VALUE);
        long after = after(call);
        String told = records.getOrDefault(call.path(), List.of()).stream()
                .filter(kept -> type == null || type.equals(kept.instType()))
                .filter(kept -> currency == null || currency.equals(kept.currency()))
                .filter(kept ->
                        kept.time().toEpochMilli() >= begin && kept.time().toEpochMilli() <= end)
                .filter(kept -> key.applyAsLong(kept) < after)
                .sorted(Comparator.comparingLong(key).reversed())
                .limit(number(call, "limit", 100))
                .map(Kept::json)
                .collect(Collectors.joining(","));
        return done(told);
    }

    private long after(Asked call) {
        long after = number(call, "after", Long.MAX_VALUE);
        boolean walk = call.path().equals(FILLS) && call.parameter("end") == null;
        return switch (trouble()) {
            case SAME_CURSOR -> walk ? Long.MAX_VALUE : after;
            case CIRCLE -> walk && after < OkxHistory.FIRST_FILL + 400 ? Long.MAX_VALUE : after;
            default -> after;
        };
    }

    private static Answer done(String data) {
        return new Answer(200, "{\"code\":\"0\",\"msg\":\"\",\"data\":[" + data + "]}");
    }

    private static Answer error(int status, String code, String message) {
        return new Answer(status, "{\"code\":\"" + code + "\",\"msg\":\"" + message + "\",\"data\":[]}");
    }
}
