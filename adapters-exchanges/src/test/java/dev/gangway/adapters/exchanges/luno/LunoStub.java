package dev.gangway.adapters.exchanges.luno;

import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Luno as its API is described: statements of at most 1,000 rows a call, newest first within a call; trades of a market
 * from a sequence on. The market between bitcoin and the rand is in the statements, that of ether and bitcoin is not.
 */
final class LunoStub extends StubbedExchange {
    static final String BITCOIN = "3485527347968330182";
    static final String RAND = "3485527347968330190";
    static final String ETHER = "4485527347968330000";

    private static final Instant FIRST = Instant.parse("2024-03-01T09:15:27.123Z");
    private static final Pattern ROWS =
            Pattern.compile("/api/1/accounts/(\\d+)/transactions\\?min_row=(\\d+)&max_row=(\\d+)");
    private static final Pattern TRADES =
            Pattern.compile("/api/1/listtrades\\?pair=(\\w+)&after_seq=(\\d+)&sort_desc=false&limit=(\\d+)");

    private final Map<String, List<String>> statements =
            new TreeMap<>(Map.of(BITCOIN, new ArrayList<>(), RAND, new ArrayList<>(), ETHER, new ArrayList<>()));
    private final List<String> trades = new ArrayList<>();
    private volatile @Nullable Answer instead;
    private int events;

    LunoStub() {
        while (events < 2000) {
            happen();
        }
        while (trades.size() < 250) {
            tradeEther();
        }
    }

    @Override
    public ExchangeConnector connector() {
        return Luno.connector(line(Luno.NAME, Luno.RULE));
    }

    @Override
    public Set<String> readCalls() {
        return Set.of(
                "GET /api/1/balance",
                "GET /api/1/accounts/" + BITCOIN + "/transactions",
                "GET /api/1/accounts/" + RAND + "/transactions",
                "GET /api/1/accounts/" + ETHER + "/transactions",
                "GET /api/exchange/1/markets",
                "GET /api/1/listtrades");
    }

    @Override
    public AccountReference account() {
        return new AccountReference(BITCOIN);
    }

    @Override
    public ApiCredentials key() {
        return credentials("cnz2yjswbv3jd", "0hydMZDb9HRR3Qq-iqALwZtXLkbLR4fWxtDZvkB9h4I");
    }

    @Override
    public ApiCredentials secondKey() {
        return credentials("ksecondkeyof42", "1hydMZDb9HRR3Qq-iqALwZtXLkbLR4fWxtDZvkB9h4I");
    }

    @Override
    public ApiCredentials unknownKey() {
        return credentials("knobodyskey42", "0hydMZDb9HRR3Qq-iqALwZtXLkbLR4fWxtDZvkB9h4I");
    }

    @Override
    public ApiCredentials wrongSecret() {
        return credentials("cnz2yjswbv3jd", "1hydMZDb9HRR3Qq-iqALwZtXLkbLR4fWxtDZvkB9h4I");
    }

    @Override
    public ApiCredentials keyWithoutRead() {
        return credentials("kwithoutread42", "2hydMZDb9HRR3Qq-iqALwZtXLkbLR4fWxtDZvkB9h4I");
    }

    @Override
    public @Nullable ApiCredentials keyThatMayTrade() {
        return null;
    }

    @Override
    public boolean keepsOneOrder() {
        return false;
    }

    @Override
    protected void happenMore() {
        for (int i = 0; i < 8; i++) {
            happen();
        }
        tradeEther();
    }

    /** What every call is answered with from now on. */
    void instead(int status, String body) {
        instead = new Answer(status, body);
    }

    /** Adds a row to a statement, and nothing to the history. */
    synchronized void row(String account, Instant time, String kind, String delta, String more) {
        List<String> statement = statements.get(account);
        if (statement == null) {
            throw new IllegalArgumentException(account);
        }
        statement.add("{\"row_index\":" + (statement.size() + 1) + ",\"timestamp\":" + time.toEpochMilli()
                + ",\"balance\":\"1.5\",\"available\":\"1.5\",\"account_id\":\"" + account + "\",\"balance_delta\":\""
                + delta + "\",\"available_delta\":\"" + delta + "\",\"currency\":\"" + currency(account)
                + "\",\"kind\":\"" + kind + "\"" + more + "}");
    }

    /** The name of the row that was added last. */
    synchronized String last(String account) {
        return account + '-' + statements.getOrDefault(account, List.of()).size();
    }

    private static String currency(String account) {
        return switch (account) {
            case BITCOIN -> "XBT";
            case RAND -> "ZAR";
            default -> "ETH";
        };
    }

    private void happen() {
        int n = events++;
        Instant time = FIRST.plus(Duration.ofHours(n));
        String reference = ",\"reference\":\"ref" + n + "\",\"details\":{}";
        switch (n % 8) {
            case 0 -> {
                row(RAND, time, "TRANSFER", "2500.00", ",\"description\":\"Bank Deposit\"" + reference);
                expect(last(RAND), TransactionKind.DEPOSIT, time, "ZAR 2500", "", "");
            }
            case 1 -> {
                String trade = reference + ",\"description\":\"Bought 0.02 BTC @ ZAR 1,000,000\",\"detail_fields\":"
                        + "{\"crypto_details\":{\"address\":\"\",\"txid\":\"\"},\"trade_details\":{\"pair\":\"XBTZAR\","
                        + "\"price\":\"1000000\",\"sequence\":" + (7000 + n) + ",\"volume\":\"0.02\"}}";
                row(RAND, time, "EXCHANGE", "-20000.00", trade);
                row(BITCOIN, time, "EXCHANGE", "0.02", trade);
                row(BITCOIN, time, "FEE", "-0.00002", trade);
                expect("XBTZAR-" + (7000 + n), TransactionKind.TRADE, time, "BTC 0.02", "ZAR 20000", "BTC 0.00002");
            }
            case 2 -> {
                row(BITCOIN, time, "EXCHANGE", "-0.00120000", ",\"description\":\"Sold BTC\"" + reference);
                expect(last(BITCOIN), TransactionKind.TRADE, time, "ZAR 1180.44", "BTC 0.0012", "");
                row(RAND, time, "EXCHANGE", "1180.44", ",\"description\":\"Sold BTC\"" + reference);
            }
            case 3 -> {
                row(BITCOIN, time, "TRANSFER", "-0.004", ",\"description\":\"Sent Bitcoin\"" + reference);
                expect(last(BITCOIN), TransactionKind.WITHDRAWAL, time, "", "BTC 0.004", "BTC 0.00012");
                row(BITCOIN, time, "FEE", "-0.00012", ",\"description\":\"Bitcoin send fee\"" + reference);
            }
            case 4 -> {
                row(BITCOIN, time, "INTEREST", "0.00000123", ",\"description\":\"Interest\"" + reference);
                expect(last(BITCOIN), TransactionKind.REWARD, time, "BTC 0.00000123", "", "");
            }
            case 5 -> {
                row(RAND, time, "FEE", "-8.50", ",\"description\":\"Withdrawal fee\"" + reference);
                expect(last(RAND), TransactionKind.FEE, time, "", "", "ZAR 8.5");
            }
            case 6 -> {
                row(RAND, time, "TRANSFER", "0", ",\"description\":\"Reserved for order BXMC2CJ7HNB88U4\"" + reference);
                expect(last(RAND), TransactionKind.TRANSFER, time, "", "ZAR 0", "");
            }
            default -> {
                row(ETHER, time, "CONJURING", "3", ",\"description\":\"Abracadabra\"" + reference);
                expect(last(ETHER), TransactionKind.UNCLASSIFIED, time, "", "", "");
            }
        }
    }

    private void tradeEther() {
        int n = trades.size();
        Instant time = FIRST.plus(Duration.ofHours(n)).plusSeconds(7);
        boolean bid = n % 2 == 0;
        trades.add("{\"base\":\"0.5\",\"counter\":\"0.021\",\"fee_base\":\"" + (bid ? "0.0005" : "0")
                + "\",\"fee_counter\":\"" + (bid ? "0.0" : "0.000021") + "\",\"is_buy\":true,\"order_id\":\"BX" + n
                + "\",\"pair\":\"ETHXBT\",\"price\":\"0.042\",\"sequence\":" + (10 + 3 * n) + ",\"timestamp\":"
                + time.toEpochMilli() + ",\"type\":\"" + (bid ? "BID" : "ASK") + "\",\"volume\":\"0.5\"}");
        expect(
                "ETHXBT-" + (10 + 3 * n),
                TransactionKind.TRADE,
                time,
                bid ? "ETH 0.5" : "BTC 0.021",
                bid ? "BTC 0.021" : "ETH 0.5",
                bid ? "ETH 0.0005" : "BTC 0.000021");
    }

    @Override
    protected Answer refusal() {
        return new Answer(401, "{\"error\":\"API key not found\",\"error_code\":\"ErrAPIKeyNotFound\"}");
    }

    @Override
    protected synchronized Answer honest(Asked asked) {
        if (instead != null) {
            return instead;
        }
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((key().apiKey().reveal() + ":"
                                        + key().apiSecret().reveal())
                                .getBytes(StandardCharsets.UTF_8));
        String authorization = asked.header("Authorization");
        if (authorization.equals(basicOf(keyWithoutRead()))) {
            return new Answer(
                    403,
                    "{\"error\":\"Insufficient permissions (Perm_R_Balance)\",\"error_code\":\"ErrInsufficientPerms\"}");
        }
        if (!authorization.equals(basic) && !authorization.equals(basicOf(secondKey()))) {
            return refusal();
        }
        return switch (asked.path()) {
            case "/api/1/balance" ->
                new Answer(
                        200, "{\"balance\":[" + balance(ETHER) + "," + balance(RAND) + "," + balance(BITCOIN) + "]}");
            case "/api/exchange/1/markets" ->
                new Answer(
                        200,
                        "{\"markets\":[" + market("XBTZAR", "XBT", "ZAR") + "," + market("ETHXBT", "ETH", "XBT") + ","
                                + market("XRPZAR", "XRP", "ZAR") + "]}");
            case "/api/1/listtrades" -> new Answer(200, trades(asked.target()));
            default -> new Answer(200, rows(asked.target()));
        };
    }

    private static String basicOf(ApiCredentials credentials) {
        String pair =
                credentials.apiKey().reveal() + ":" + credentials.apiSecret().reveal();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String balance(String account) {
        return "{\"account_id\":\"" + account + "\",\"asset\":\"" + currency(account)
                + "\",\"balance\":\"1.5\",\"reserved\":\"0.00\",\"unconfirmed\":\"0.00\",\"name\":\"My wallet\"}";
    }

    private static String market(String id, String base, String counter) {
        return "{\"market_id\":\"" + id + "\",\"trading_status\":\"ACTIVE\",\"base_currency\":\"" + base
                + "\",\"counter_currency\":\"" + counter + "\"}";
    }

    private String trades(String target) {
        Matcher asked = TRADES.matcher(target);
        if (!asked.matches() || !asked.group(1).equals("ETHXBT")) {
            return "{\"trades\":null}";
        }
        List<String> page = trades.stream()
                .filter(trade -> Long.parseLong(trade.replaceAll(".*\"sequence\":(\\d+).*", "$1"))
                        >= Long.parseLong(asked.group(2)))
                .limit(Long.parseLong(asked.group(3)))
                .toList();
        return "{\"trades\":[" + String.join(",", page) + "]}";
    }

    private String rows(String target) {
        Matcher asked = ROWS.matcher(target);
        if (!asked.matches()) {
            throw new IllegalArgumentException(target);
        }
        List<String> statement = statements.getOrDefault(asked.group(1), List.of());
        int from = Integer.parseInt(asked.group(2));
        int to = Math.min(Integer.parseInt(asked.group(3)), statement.size() + 1);
        if (Integer.parseInt(asked.group(3)) - from > 1000) {
            throw new IllegalArgumentException("more than 1,000 rows");
        }
        switch (trouble()) {
            case SAME_CURSOR -> from = 1;
            case CIRCLE -> from = from > 1000 ? 1 : from;
            default -> to = Math.max(from, to);
        }
        List<String> rows = new ArrayList<>(statement.subList(from - 1, Math.max(from, to) - 1));
        Collections.reverse(rows);
        return "{\"id\":\"" + asked.group(1) + "\",\"transactions\":" + (rows.isEmpty() ? "null" : rows) + "}";
    }
}
