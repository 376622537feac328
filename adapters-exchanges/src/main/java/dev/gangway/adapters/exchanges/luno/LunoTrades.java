package dev.gangway.adapters.exchanges.luno;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.domain.source.ApiCredentials;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The trades of the markets between a user's currencies of which the statements know nothing. */
final class LunoTrades {
    private static final int LIMIT = 100;

    private final LunoApi api;
    private final ApiCredentials credentials;
    private final LunoCursor cursor;
    private final Deque<Market> markets = new ArrayDeque<>();

    private record Market(String id, String base, String counter) {}

    LunoTrades(LunoApi api, ApiCredentials credentials, Collection<String> currencies, LunoCursor cursor) {
        this.api = api;
        this.credentials = credentials;
        this.cursor = cursor;
        Set<String> own = new HashSet<>(currencies);
        JsonNode known = api.read(credentials, "/api/exchange/1/markets");
        for (JsonNode market : known == null ? JsonNodeFactory.instance.arrayNode() : known.path("markets")) {
            String id = market.path("market_id").asText("");
            String base = market.path("base_currency").asText("");
            String counter = market.path("counter_currency").asText("");
            if (id.matches("[A-Za-z0-9_-]{1,40}")
                    && own.contains(base)
                    && own.contains(counter)
                    && !cursor.knowsExchanges(base, counter)) {
                markets.add(new Market(id, base, counter));
            }
        }
    }

    /** Whether everything has been handed out. */
    boolean finished() {
        return markets.isEmpty();
    }

    /**
     * The trades that come next, as records; none only at the end.
     *
     * @throws ExchangeUnavailable if the exchange does not answer, or answers other trades than those that were asked for
     */
    List<JsonNode> next() {
        while (!markets.isEmpty()) {
            List<JsonNode> records = next(markets.element());
            if (!records.isEmpty()) {
                return records;
            }
            markets.remove();
        }
        return List.of();
    }

    private List<JsonNode> next(Market market) {
        long from = cursor.trades.getOrDefault(market.id(), 0L);
        JsonNode body = api.read(
                credentials,
                "/api/1/listtrades?pair=" + market.id() + "&after_seq=" + from + "&sort_desc=false&limit=" + LIMIT);
        TreeMap<Long, List<JsonNode>> trades = new TreeMap<>();
        int answered = 0;
        // a market without trades has null for a list
        for (JsonNode trade : body == null ? JsonNodeFactory.instance.arrayNode() : body.path("trades")) {
            answered++;
            long sequence = trade.path("sequence").asLong(0);
            if (sequence >= from && sequence > 0) {
                trades.computeIfAbsent(sequence, key -> new ArrayList<>()).add(trade);
            }
        }
        if (answered > 0 && trades.isEmpty()) {
            throw api.line().unreadable("answered with other trades than those asked for");
        }
        if (answered >= LIMIT && trades.size() > 1) {
            // the last one may have another side: a user can trade with himself
            trades.pollLastEntry();
        }
        if (!trades.isEmpty()) {
            cursor.trades.put(market.id(), trades.lastKey() + 1);
        }
        List<JsonNode> records = new ArrayList<>();
        for (Map.Entry<Long, List<JsonNode>> entry : trades.entrySet()) {
            String id = market.id() + '-' + entry.getKey();
            for (JsonNode trade : entry.getValue()) {
                records.add(record(market, id, trade));
                // as the statements name it; the other side of a trade with oneself needs a name of its own
                id = id + '-' + trade.path("type").asText("");
            }
        }
        return records;
    }

    private static JsonNode record(Market market, String id, JsonNode trade) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("base", market.base())
                .put("counter", market.counter())
                .set("trade", trade);
    }
}
