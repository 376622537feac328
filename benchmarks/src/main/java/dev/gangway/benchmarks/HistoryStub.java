package dev.gangway.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exchange that speaks as SixpenceX does and has one account with a history of any length: trades of six assets, each
 * third with a fee, deposits, withdrawals and rewards, one a minute, records of about 400 bytes. It checks no signature, so that
 * it takes little of the machine that it shares with what is measured.
 */
public final class HistoryStub {
    private static final Instant FIRST = Instant.parse("2018-01-01T00:00:00Z");
    private static final String[] ASSETS = {"BTC", "ETH", "SOL", "XRP", "ADA", "DOT"};
    private static final Pattern PAGE = Pattern.compile("limit=(\\d+)(?:&cursor=(\\d+))?");
    private static final String NOTE = "the exchange's own words on this, which nobody reads ".repeat(3);

    private final int transactions;

    private HistoryStub(int transactions) {
        this.transactions = transactions;
    }

    /** {@code PORT TRANSACTIONS}. */
    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", new HistoryStub(Integer.parseInt(arguments[1]))::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            byte[] body = (query == null ? "{\"account_id\":\"BENCH-1\",\"permissions\":[\"read\"]}" : page(query))
                    .getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String page(String query) {
        Matcher asked = PAGE.matcher(query);
        if (!asked.matches()) {
            throw new IllegalArgumentException("Not a page: " + query);
        }
        int from = asked.group(2) == null ? 0 : Integer.parseInt(asked.group(2));
        int to = Math.min(transactions, from + Integer.parseInt(asked.group(1)));
        StringBuilder page = new StringBuilder(400 * (to - from)).append("{\"transactions\":[");
        for (int number = from; number < to; number++) {
            record(page.append(number == from ? "" : ","), number);
        }
        return page.append("],\"next_cursor\":")
                .append(to == transactions ? "null" : "\"" + to + "\"")
                .append('}')
                .toString();
    }

    private static void record(StringBuilder page, int number) {
        String asset = ASSETS[number % ASSETS.length];
        page.append("{\"id\":\"SIX-TX-")
                .append(1_000_000_000L + number)
                .append("\",\"time\":\"")
                .append(FIRST.plusSeconds(60L * number))
                .append("\",\"note\":\"")
                .append(NOTE)
                .append('"');
        switch (number % 10) {
            case 0 -> movement(page, "deposit", asset, number);
            case 1 -> movement(page, "withdrawal", asset, number);
            case 2 -> movement(page, "reward", asset, number);
            default -> {
                page.append(",\"type\":\"trade\",\"side\":\"")
                        .append(number % 2 == 0 ? "sell" : "buy")
                        .append("\",\"base_asset\":\"")
                        .append(asset)
                        .append("\",\"base_amount\":\"0.")
                        .append(10_000_000 + number)
                        .append("\",\"quote_asset\":\"ZAR\",\"quote_amount\":\"")
                        .append(100 + number % 9_000)
                        .append(".25\"");
                if (number % 3 == 0) {
                    page.append(",\"fee_asset\":\"ZAR\",\"fee_amount\":\"1.5\"");
                }
            }
        }
        page.append('}');
    }

    private static void movement(StringBuilder page, String type, String asset, int number) {
        page.append(",\"type\":\"")
                .append(type)
                .append("\",\"asset\":\"")
                .append(asset)
                .append("\",\"amount\":\"0.")
                .append(10_000_000 + number)
                .append('"');
    }
}
