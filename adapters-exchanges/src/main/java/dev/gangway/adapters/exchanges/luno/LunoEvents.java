package dev.gangway.adapters.exchanges.luno;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.adapters.exchanges.luno.LunoStatements.Row;
import dev.gangway.domain.shared.Ascii;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the rows of a statement together to what happened: the two sides of an exchange and its fee, or a withdrawal and
 * its fee. They have one reference (a trade: one market and sequence) and one time.
 */
final class LunoEvents {
    private LunoEvents() {}

    /** What happened, in rows. */
    record Event(List<Row> rows) {
        /** Whether this is an exchange of which only one side is here. */
        boolean oneSided() {
            return sides().size() == 1;
        }

        /** The currencies that were exchanged, none if this is no exchange. */
        List<String> sides() {
            return rows.stream()
                    .filter(row -> isExchange(row.json()))
                    .map(row -> row.json().path("currency").asText(""))
                    .distinct()
                    .toList();
        }

        /** The record to be kept of it: named by its trade, or by its first row. */
        JsonNode record() {
            ObjectNode record = JsonNodeFactory.instance.objectNode();
            Row first = rows.getFirst();
            JsonNode trade = trade(first.json());
            if (!trade.isMissingNode() && sides().size() == 2) {
                record.put(
                        "id",
                        trade.path("pair").asText()
                                + '-'
                                + trade.path("sequence").asText());
            } else if (first.index() > 0) {
                record.put("id", first.account() + '-' + first.index());
            }
            ArrayNode array = record.putArray("rows");
            rows.forEach(row -> array.add(row.json()));
            return record;
        }
    }

    /** What happened in {@code rows}, in the order of time, each row in exactly one event. */
    static List<Event> of(List<Row> rows) {
        Map<String, List<Row>> groups = new LinkedHashMap<>();
        List<Row> fees = new ArrayList<>();
        for (Row row : rows) {
            if (isFee(row.json()) && trade(row.json()).isMissingNode()) {
                fees.add(row);
            } else {
                groups.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row);
            }
        }
        for (Row fee : fees) {
            String reference = fee.json().path("reference").asText("");
            String exchange = "x " + fee.time() + ' ' + reference;
            String own = own(fee, reference);
            groups.computeIfAbsent(
                            !reference.isEmpty() && groups.containsKey(exchange) ? exchange : own,
                            key -> new ArrayList<>())
                    .add(fee);
        }
        return groups.values().stream()
                .map(Event::new)
                .sorted(Comparator.comparingLong(
                        event -> event.rows().getFirst().time()))
                .toList();
    }

    private static String key(Row row) {
        JsonNode trade = trade(row.json());
        String reference = row.json().path("reference").asText("");
        if (!trade.isMissingNode()) {
            return "t " + row.time() + ' ' + trade.path("pair").asText() + ' '
                    + trade.path("sequence").asText();
        }
        if (isExchange(row.json())) {
            String common = reference.isEmpty() ? row.json().path("description").asText("") : reference;
            return "x " + row.time() + ' ' + common;
        }
        return own(row, reference);
    }

    private static String own(Row row, String reference) {
        String alone = reference.isEmpty() || row.index() == 0
                ? row.index() + " " + row.json().hashCode()
                : reference;
        return "a " + row.time() + ' ' + row.account() + ' ' + alone;
    }

    /** The trade that a row is a side of; missing if it is none. */
    private static JsonNode trade(JsonNode row) {
        JsonNode trade = row.path("detail_fields").path("trade_details");
        boolean named = !trade.path("pair").asText("").isEmpty()
                && !trade.path("sequence").asText("0").equals("0");
        return named ? trade : trade.path("none");
    }

    /** Whether a row charges a fee. */
    static boolean isFee(JsonNode row) {
        String kind = row.path("kind").asText("");
        return kind.equals("FEE") || (kind.isEmpty() && words(row).contains(" fee"));
    }

    /** Whether a row is a side of an exchange, on a market or at once. */
    static boolean isExchange(JsonNode row) {
        if (isFee(row)) {
            return false;
        }
        String kind = row.path("kind").asText("");
        String words = words(row);
        return kind.equals("EXCHANGE")
                || !trade(row).isMissingNode()
                || (kind.isEmpty() && (words.startsWith("bought ") || words.startsWith("sold ")));
    }

    /** The description in lower case. */
    static String words(JsonNode row) {
        return Ascii.lower(row.path("description").asText(""));
    }
}
