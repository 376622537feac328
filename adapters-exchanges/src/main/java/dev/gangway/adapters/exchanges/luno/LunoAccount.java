package dev.gangway.adapters.exchanges.luno;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.luno.LunoStatements.Row;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the pages: the statements first, then the trades that they know nothing of. */
final class LunoAccount implements ExchangeConnector.Account {
    private final LunoApi api;
    private final ApiCredentials credentials;
    private final AccountReference reference;
    private final Map<String, String> currencies;
    private @Nullable Run run;

    /** What is being read, from where the last page ended. */
    private record Run(
            String from,
            LunoCursor cursor,
            LunoStatements statements,
            @Nullable LunoTrades trades) {}

    /** @param currencies of the accounts, by their ids */
    LunoAccount(LunoApi api, ApiCredentials credentials, AccountReference reference, Map<String, String> currencies) {
        this.api = api;
        this.credentials = credentials;
        this.reference = reference;
        this.currencies = currencies;
    }

    @Override
    public AccountReference reference() {
        return reference;
    }

    @Override
    public Page page(@Nullable String cursor) {
        Run now = run;
        run = null;
        if (now == null || !now.from().equals(cursor)) {
            LunoCursor from = LunoCursor.of(cursor);
            now = new Run("", from, new LunoStatements(api, credentials, currencies.keySet(), from.rows), null);
        }
        List<Row> rows =
                now.statements().finished() ? List.of() : now.statements().next();
        // a run that begins where the statements end goes on with the trades at once: every page brings it further
        return rows.isEmpty() ? trades(now) : statements(now, rows);
    }

    private Page statements(Run now, List<Row> rows) {
        for (Row row : rows) {
            if (row.index() > 0) {
                now.cursor().rows.merge(row.account(), row.index() + 1, Math::max);
            }
        }
        List<JsonNode> records = new ArrayList<>();
        for (LunoEvents.Event event : LunoEvents.of(rows)) {
            records.add(event.record());
            List<String> sides = event.sides();
            if (sides.size() == 2) {
                now.cursor().exchanged(sides.getFirst(), sides.getLast());
            }
        }
        return page(now, records, now.trades(), false);
    }

    private Page trades(Run now) {
        LunoTrades trades = now.trades() == null
                ? new LunoTrades(api, credentials, currencies.values(), now.cursor())
                : now.trades();
        List<JsonNode> records = trades.next();
        return page(now, records, trades, trades.finished());
    }

    private Page page(Run now, List<JsonNode> records, @Nullable LunoTrades trades, boolean last) {
        String cursor = now.cursor().text();
        run = new Run(cursor, now.cursor(), now.statements(), trades);
        Map<String, LedgerTransaction> transactions = new LinkedHashMap<>();
        LunoRecords.MAPPING.readAll(records).forEach(read -> transactions.put(read.externalId(), read));
        return new Page(List.copyOf(transactions.values()), cursor, last);
    }
}
