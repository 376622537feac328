package dev.gangway.adapters.exchanges.okx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.okx.OkxApi.Reading;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.application.source.port.ExchangeConnector.KeyRefused;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.ApiCredentials;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes those bills out that belong to what another part tells better: to a fill, a conversion, a deposit or a withdrawal.
 * Whether it is told there is asked for each, without memory, so that a run which resumes comes to the same. Of bills of a
 * trade that no fill tells, those of one trade become one record.
 */
final class OkxBills {
    /** How far the times of a bill and of what it belongs to may be apart. */
    private static final long APART_MILLIS = 60_000;

    /** A bill's trade is looked for in so many pages of fills. */
    private static final int MOST_PAGES = 20;

    /** The bills of one trade are told one after the other, or nearly. */
    private static final int NEARLY = 10;

    private static final int COST = 2;

    private final OkxApi api;
    private final ApiCredentials credentials;
    private final Map<String, JsonNode> lastTold = new HashMap<>();

    OkxBills(OkxApi api, ApiCredentials credentials) {
        this.api = api;
        this.credentials = credentials;
    }

    /** Leaves a trade for the next page of which this full one may hold only some bills. */
    void leaveTornTrade(OkxType type, List<JsonNode> page) {
        String last = type == OkxType.ACCOUNT_BILL ? OkxRecords.tradeId(page.getLast()) : null;
        if (last == null) {
            return;
        }
        for (int i = Math.max(1, page.size() - NEARLY); i < page.size(); i++) {
            if (last.equals(OkxRecords.tradeId(page.get(i)))) {
                page.subList(i, page.size()).clear();
            }
        }
    }

    /** The records in their envelopes, without those that are told elsewhere. */
    List<JsonNode> envelopes(OkxType type, List<JsonNode> records) {
        List<JsonNode> envelopes = new ArrayList<>();
        Map<String, List<JsonNode>> trades = new LinkedHashMap<>();
        for (JsonNode record : records) {
            String trade = type == OkxType.ACCOUNT_BILL ? OkxRecords.tradeId(record) : null;
            if (trade != null) {
                trades.computeIfAbsent(trade, none -> new ArrayList<>()).add(record);
            } else if (!isTold(type, record)) {
                envelopes.add(OkxRecords.envelope(type, record));
            }
        }
        if (!trades.isEmpty()) {
            Set<String> told = new HashSet<>();
            findFills("SPOT", trades, told);
            findFills("MARGIN", trades, told);
            trades.keySet().removeAll(told);
            trades.forEach((id, bills) -> envelopes.add(OkxRecords.envelope(id, bills)));
        }
        return envelopes;
    }

    private void findFills(String instrument, Map<String, List<JsonNode>> trades, Set<String> told) {
        long from = Long.MAX_VALUE;
        long to = 0;
        Set<String> sought = new HashSet<>();
        for (Map.Entry<String, List<JsonNode>> trade : trades.entrySet()) {
            for (JsonNode bill : trade.getValue()) {
                if (bill.path("instType").asText("").equals(instrument)) {
                    sought.add(trade.getKey());
                    from = Math.min(from, bill.path("ts").asLong(0));
                    to = Math.max(to, bill.path("ts").asLong(0));
                }
            }
        }
        String query = OkxEndpoint.FILLS + "?instType=" + instrument + "&limit=" + OkxEndpoint.LIMIT + "&begin="
                + Math.max(0, from - APART_MILLIS) + "&end=" + (to + APART_MILLIS);
        String after = "";
        for (int pages = 0; pages < MOST_PAGES && !sought.isEmpty(); pages++) {
            JsonNode fills = told(query + after);
            for (JsonNode fill : fills) {
                String id = OkxRecords.tradeId(fill);
                if (id != null && sought.remove(id)) {
                    told.add(id);
                }
            }
            if (fills.size() < OkxEndpoint.LIMIT) {
                return;
            }
            after = "&after="
                    + encoded(fills.path(fills.size() - 1).path("billId").asText(""));
        }
    }

    private boolean isTold(OkxType type, JsonNode bill) {
        if (type != OkxType.ACCOUNT_BILL && type != OkxType.FUNDING_BILL) {
            return false;
        }
        String kind = bill.path("type").asText("");
        boolean funding = type == OkxType.FUNDING_BILL;
        return switch (kind) {
            case "1" -> funding && isTold(bill, OkxEndpoint.DEPOSITS);
            case "2" -> funding && isTold(bill, OkxEndpoint.WITHDRAWALS);
            case "27" -> !funding && isTold(bill, OkxEndpoint.CONVERSIONS);
            case "272", "273" -> funding && isTold(bill, OkxEndpoint.CONVERSIONS);
            default -> false;
        };
    }

    private boolean isTold(JsonNode bill, String path) {
        BigDecimal change;
        String currency;
        long time;
        try {
            currency = Fields.text(bill, "ccy");
            change =
                    Fields.amount(currency, Fields.number(bill, "balChg").abs()).quantity();
            time = Fields.epochMillis(bill, "ts").toEpochMilli();
        } catch (InvalidValue unreadable) {
            return false;
        }
        boolean conversion = path.equals(OkxEndpoint.CONVERSIONS);
        String which = conversion ? path : path + " " + currency;
        JsonNode before = lastTold.get(which);
        if (before != null && holds(before, currency, change, time)) {
            return true;
        }
        JsonNode asked = told(path + "?limit=" + OkxEndpoint.LIMIT + "&after=" + (time + APART_MILLIS)
                + (conversion ? "" : "&ccy=" + encoded(currency)));
        lastTold.put(which, asked);
        return holds(asked, currency, change, time);
    }

    private static boolean holds(JsonNode records, String currency, BigDecimal change, long time) {
        for (JsonNode record : records) {
            boolean conversion = record.has("fillBaseSz");
            long apart = time - record.path("ts").asLong(0);
            boolean near = conversion ? Math.abs(apart) <= APART_MILLIS : apart >= -APART_MILLIS;
            if (near && isOf(record, conversion, currency, change)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(JsonNode record, boolean conversion, String currency, BigDecimal change) {
        if (conversion) {
            return is(record, "baseCcy", "fillBaseSz", currency, change)
                    || is(record, "quoteCcy", "fillQuoteSz", currency, change);
        }
        if (is(record, "ccy", "amt", currency, change)) {
            return true;
        }
        BigDecimal amount = quantity(record, "amt");
        BigDecimal fee = quantity(record, "fee");
        return record.path("ccy").asText("").equals(currency)
                && amount != null
                && fee != null
                && amount.add(fee).compareTo(change) == 0;
    }

    private static boolean is(JsonNode record, String asset, String member, String currency, BigDecimal change) {
        BigDecimal quantity = quantity(record, member);
        return record.path(asset).asText("").equals(currency) && quantity != null && quantity.compareTo(change) == 0;
    }

    private static @Nullable BigDecimal quantity(JsonNode record, String member) {
        try {
            return Fields.amount("X", Fields.number(record, member).abs()).quantity();
        } catch (InvalidValue unreadable) {
            return null;
        }
    }

    private JsonNode told(String pathAndQuery) {
        return switch (api.get(credentials, pathAndQuery, COST)) {
            case Reading.Answered answered -> answered.data();
            case Reading.Refused refused -> throw new KeyRefused(refused.reason());
            case Reading.NoSuchPath none -> OkxRecords.nothing();
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
