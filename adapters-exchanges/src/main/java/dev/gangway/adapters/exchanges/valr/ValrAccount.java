package dev.gangway.adapters.exchanges.valr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.AccountReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the pages of one account, from the newest back; within a page the oldest is first. */
final class ValrAccount implements ExchangeConnector.Account {
    private final ValrHistory history;
    private final @Nullable AccountReference reference;
    private final Set<String> turned = new HashSet<>();

    ValrAccount(ValrHistory history, @Nullable AccountReference reference) {
        this.history = history;
        this.reference = reference;
    }

    @Override
    public @Nullable AccountReference reference() {
        return reference;
    }

    @Override
    public Page page(@Nullable String cursor) {
        ValrCursor from = ValrCursor.of(cursor);
        if (from.before() != null) {
            turned.add(from.before());
        }
        List<JsonNode> records = history.since(from.since(), from.before());
        ValrCursor met = from.newest() == null ? new ValrCursor(from.since(), newest(records), from.before()) : from;
        JsonNode last = ValrHistory.last(records);
        if (last == null) {
            if (records.size() >= ValrHistory.LIMIT) {
                throw history.unreadable("sent a page of records that cannot be told apart");
            }
            return new Page(read(records), met.ended().text(), true);
        }
        String before = last.path("id").textValue();
        if (!turned.add(before)) {
            throw history.unreadable("turns its pages in a circle");
        }
        return new Page(read(records), new ValrCursor(met.since(), met.newest(), before).text(), false);
    }

    /** Null if there is none; a time that has not come would hide what comes until then. */
    private @Nullable Long newest(List<JsonNode> records) {
        long now = history.now();
        long newest = records.stream()
                .mapToLong(record -> ValrHistory.time(record, 0))
                .filter(time -> time <= now)
                .max()
                .orElse(0);
        return newest == 0 ? null : Long.valueOf(newest);
    }

    private static List<LedgerTransaction> read(List<JsonNode> records) {
        Map<String, LedgerTransaction> transactions = new LinkedHashMap<>();
        for (LedgerTransaction read : ValrRecords.MAPPING.readAll(new ArrayList<>(records).reversed())) {
            transactions.put(read.externalId(), read);
        }
        return List.copyOf(transactions.values());
    }
}
