package dev.gangway.adapters.exchanges.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sides of trades between wallets, each from its wallet, until a walk has been through all of them. Conversions and
 * simple buys and sells name what they belong to: the {@code id} within the member of their type.
 */
final class CoinbaseLegs {
    /** Some hundred megabytes; nobody converts so often. */
    private static final int MOST = 200_000;

    private final Map<String, Map<String, JsonNode>> byTrade = new LinkedHashMap<>();
    private int count;

    /** What the transaction is a side of; null if it is none, or came to nothing. */
    static @Nullable String trade(JsonNode transaction) {
        String type = transaction.path("type").asText("");
        return switch (type) {
            case "trade", "buy", "sell" -> {
                String id = transaction.path(type).path("id").asText("");
                yield id.isEmpty() || !CoinbaseRecords.isFinished(transaction) ? null : id;
            }
            default -> null;
        };
    }

    void clear() {
        byTrade.clear();
        count = 0;
    }

    /** Whether there was room for it. */
    boolean add(String trade, JsonNode transaction) {
        String id = transaction.path("id").asText("");
        if (byTrade.computeIfAbsent(trade, key -> new TreeMap<>()).put(id, transaction) == null) {
            count++;
        }
        return count <= MOST;
    }

    /** A record for each trade, oldest first. */
    List<JsonNode> records() {
        List<JsonNode> records = new ArrayList<>();
        byTrade.values().forEach(legs -> {
            ObjectNode record = JsonNodeFactory.instance.objectNode();
            ArrayNode transactions = record.putArray("transactions");
            legs.values().forEach(transactions::add);
            records.add(record);
        });
        records.sort(Comparator.comparing(
                record -> record.path("transactions").path(0).path("created_at").asText("")));
        return records;
    }
}
