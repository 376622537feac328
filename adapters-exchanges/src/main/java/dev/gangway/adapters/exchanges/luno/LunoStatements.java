package dev.gangway.adapters.exchanges.luno;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.ApiCredentials;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The statements of all accounts as one, in the order of time. A row is handed out when no account can have an older one
 * any more, so that rows of one time, such as the two sides of an exchange, are handed out together.
 */
final class LunoStatements {
    private static final int WINDOW = 1000;
    private static final Duration STILL_MOVING = Duration.ofMinutes(1);

    private final LunoApi api;
    private final ApiCredentials credentials;
    private final Map<String, Statement> statements = new LinkedHashMap<>();
    private final long begun;
    private boolean finished;

    /**
     * A row.
     *
     * @param account whose
     * @param index its number in the statement, from 1; 0 if it does not tell
     * @param time in milliseconds since 1970; that of the row before it if it does not tell
     */
    record Row(String account, long index, long time, JsonNode json) {}

    private static final class Statement {
        private final Deque<Row> waiting = new ArrayDeque<>();
        private long next;
        private long lastTime;
        private boolean ended;
    }

    /** @param places the next row of each account; one that is not named begins at its first */
    LunoStatements(LunoApi api, ApiCredentials credentials, Iterable<String> accounts, Map<String, Long> places) {
        this.api = api;
        this.credentials = credentials;
        this.begun = api.line().now().toEpochMilli();
        for (String account : accounts) {
            Statement statement = new Statement();
            statement.next = Math.max(1, places.getOrDefault(account, 1L));
            statements.put(account, statement);
        }
    }

    /** Whether everything has been handed out. */
    boolean finished() {
        return finished;
    }

    /**
     * The rows that come next in time; none only at the end.
     *
     * @throws ExchangeUnavailable if the exchange does not answer, or answers other rows than those that were asked for
     */
    List<Row> next() {
        statements.forEach((account, statement) -> {
            while (!statement.ended && statement.waiting.size() < WINDOW) {
                fetch(account, statement);
            }
        });
        while (true) {
            long horizon = horizon();
            List<Row> rows = before(horizon);
            if (!rows.isEmpty() || horizon == Long.MAX_VALUE) {
                finished = horizon == Long.MAX_VALUE;
                return rows;
            }
            // a thousand rows of one moment: whoever holds the others up has to say more
            statements.forEach((account, statement) -> {
                if (!statement.ended && statement.lastTime <= horizon) {
                    fetch(account, statement);
                }
            });
        }
    }

    /** From when on accounts may have rows that have not been fetched. */
    private long horizon() {
        return statements.values().stream()
                .filter(statement -> !statement.ended)
                .mapToLong(statement -> statement.lastTime)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private List<Row> before(long horizon) {
        List<Row> rows = new ArrayList<>();
        long end = horizon == Long.MAX_VALUE ? endOfWhole() : horizon;
        for (Statement statement : statements.values()) {
            while (!statement.waiting.isEmpty() && statement.waiting.element().time() < end) {
                rows.add(statement.waiting.remove());
            }
        }
        return rows;
    }

    /**
     * The other side of an exchange may have been written since its account was read. What has only one side, and is that
     * young, is left to the next run with all that came after it.
     */
    private long endOfWhole() {
        List<Row> waiting = statements.values().stream()
                .flatMap(statement -> statement.waiting.stream())
                .filter(row -> Math.abs(row.time() - begun) < STILL_MOVING.toMillis())
                .toList();
        return LunoEvents.of(waiting).stream()
                .filter(LunoEvents.Event::oneSided)
                .mapToLong(event -> event.rows().getFirst().time())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private void fetch(String account, Statement statement) {
        long from = statement.next;
        long to = from + WINDOW;
        JsonNode body = api.read(
                credentials, "/api/1/accounts/" + account + "/transactions?min_row=" + from + "&max_row=" + to);
        if (body == null) {
            throw api.line().unreadable("does not know an account that it named");
        }
        TreeMap<Long, JsonNode> numbered = new TreeMap<>();
        List<JsonNode> others = new ArrayList<>();
        boolean strange = false;
        for (JsonNode row : body.path("transactions")) {
            long index = index(row);
            if (index == 0) {
                others.add(row);
            } else if (index >= from && index < to) {
                numbered.put(index, row);
            } else {
                strange = true;
            }
        }
        if (strange && numbered.isEmpty()) {
            throw api.line().unreadable("answered with other rows than those asked for");
        }
        numbered.forEach((index, row) -> add(account, statement, index, row));
        others.forEach(row -> add(account, statement, 0, row));
        if (numbered.isEmpty()) {
            statement.ended = true;
        } else {
            statement.next = numbered.lastKey() + 1;
        }
    }

    private static void add(String account, Statement statement, long index, JsonNode row) {
        long time = time(row, statement.lastTime);
        statement.lastTime = Math.max(statement.lastTime, time);
        statement.waiting.add(new Row(account, index, time, row));
    }

    private static long time(JsonNode row, long ofItsNeighbour) {
        try {
            return Fields.epochMillis(row, "timestamp").toEpochMilli();
        } catch (InvalidValue undated) {
            return ofItsNeighbour;
        }
    }

    private static long index(JsonNode row) {
        JsonNode index = row.path("row_index");
        return index.canConvertToLong() && index.isIntegralNumber() ? Math.max(0, index.longValue()) : 0;
    }
}
