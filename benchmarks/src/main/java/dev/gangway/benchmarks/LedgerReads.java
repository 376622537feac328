package dev.gangway.benchmarks;

import dev.gangway.adapters.persistence.Database;
import dev.gangway.adapters.persistence.DatabaseSettings;
import dev.gangway.application.ledger.LedgerFilter;
import dev.gangway.application.ledger.LedgerPage;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How long a user's ledger takes to read: its figures, pages of it, all of it. Prints one JSON line, in milliseconds. */
public final class LedgerReads {
    private static final int PAGE = 100;
    private static final int WARM_UP = 20;

    private final Ledgers ledgers;
    private final LedgerScope scope;
    private final Map<String, Double> took = new LinkedHashMap<>();

    private LedgerReads(Ledgers ledgers, LedgerScope scope) {
        this.ledgers = ledgers;
        this.scope = scope;
    }

    /** {@code JDBC_URL USER_ID}. */
    public static void main(String[] arguments) {
        try (Database database = Database.open(DatabaseSettings.of(arguments[0]))) {
            LedgerReads reads =
                    new LedgerReads(database.adapters().ledgers(), LedgerScope.whole(new UserId(arguments[1])));
            System.out.println(reads.measured());
        }
    }

    private String measured() {
        // the first look as a user has it, before anything is warm
        once("first_state", () -> ledgers.state(scope));
        once("first_page", () -> ledgers.page(scope, LedgerFilter.NONE, null, PAGE));
        often("state", () -> ledgers.state(scope));
        page("page", LedgerFilter.NONE);
        for (TransactionKind kind : TransactionKind.values()) {
            page("page_" + kind.apiName(), new LedgerFilter(null, kind, null, null, null));
        }
        for (String asset : new String[] {"BTC", "ZAR", "NONE"}) {
            page("page_" + asset, new LedgerFilter(null, null, new AssetCode(asset), null, null));
        }
        page("page_trade_ZAR", new LedgerFilter(null, TransactionKind.TRADE, new AssetCode("ZAR"), null, null));
        page("page_before", new LedgerFilter(null, null, null, null, Instant.parse("2018-06-01T00:00:00Z")));
        for (int run = 1; run <= 3; run++) {
            once("read_" + run, () -> ledgers.read(scope, LedgerReads::take));
        }
        return took.entrySet().stream()
                .map(one -> String.format(Locale.ROOT, "\"%s\":%.1f", one.getKey(), one.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void take(LedgerEntry entry) {
        if (entry.externalId().isEmpty()) {
            throw new IllegalStateException("A transaction without an id");
        }
    }

    /** A page from the end, and one from the middle where the ledger is that long. */
    private void page(String name, LedgerFilter filter) {
        often(name, () -> ledgers.page(scope, filter, null, PAGE));
        LedgerPage.@Nullable Position next =
                ledgers.page(scope, filter, null, PAGE).next();
        if (next != null) {
            LedgerPage.Position middle =
                    new LedgerPage.Position(Instant.parse("2018-09-01T00:00:00Z"), next.source(), next.externalId());
            often(name + "_middle", () -> ledgers.page(scope, filter, middle, PAGE));
        }
    }

    private void often(String name, Runnable work) {
        for (int run = 0; run < WARM_UP; run++) {
            work.run();
        }
        once(name, work);
    }

    private void once(String name, Runnable work) {
        long start = System.nanoTime();
        work.run();
        took.put(name, (System.nanoTime() - start) / 1e6);
    }
}
