package dev.gangway.adapters.exchanges.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.domain.shared.InvalidValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger: what one asset gained or lost.
 *
 * @param id Kraken's id of the entry
 * @param json the entry as it was sent, which does not hold the id
 * @param time when; null if that cannot be told
 */
record KrakenEntry(String id, JsonNode json, @Nullable Instant time) {
    /** Undated ones last. */
    static final Comparator<KrakenEntry> OLDEST_FIRST = Comparator.comparing(
                    KrakenEntry::time, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(KrakenEntry::id);

    /** Of these types, entries with one {@code refid} are the sides of one event. */
    private static final Set<String> SIDES = Set.of("trade", "spend", "receive", "conversion");

    /** The entries of an answer's {@code ledger}. */
    static List<KrakenEntry> all(JsonNode ledger) {
        List<KrakenEntry> entries = new ArrayList<>();
        ledger.properties().forEach(entry -> entries.add(of(entry.getKey(), entry.getValue())));
        return entries;
    }

    /** The part of an answer that holds the entries. */
    static JsonNode ledger(KrakenApi api, JsonNode result) {
        JsonNode ledger = result.path("ledger");
        if (!ledger.isObject() && !(ledger.isArray() && ledger.isEmpty())) {
            throw api.unreadable("sent a page without a ledger");
        }
        return ledger;
    }

    private static KrakenEntry of(String id, JsonNode json) {
        try {
            return new KrakenEntry(id, json, Fields.epochSeconds(json, "time"));
        } catch (InvalidValue undated) {
            return new KrakenEntry(id, json, null);
        }
    }

    /** What the entries of one event have in common: the reference for the sides of a trade, else the entry's own id. */
    String event() {
        String reference = Fields.optionalText(json, "refid");
        return isSide() && reference != null ? reference : id;
    }

    /** Whether it takes another entry to make an event of it. */
    boolean isSide() {
        return time != null && SIDES.contains(json.path("type").asText(""));
    }
}
