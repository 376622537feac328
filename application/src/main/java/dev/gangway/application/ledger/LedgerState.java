package dev.gangway.application.ledger;

import dev.gangway.domain.ledger.Balance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ledger's figures, without reading the ledger.
 *
 * @param version another one whenever anything that the ledger's scope holds has changed; opaque, at most 64 characters
 * @param sources how many sources are in scope
 * @param transactions how many transactions they have
 * @param unclassified how many of them nobody here understands yet
 * @param firstTransactionAt when the earliest happened, null if there is none; unclassified ones without a time left out
 * @param lastSyncAt when an import of one of the sources last completed, null if none has
 * @param balances what is left of each asset, by code; zero ones left out
 */
public record LedgerState(
        String version,
        int sources,
        long transactions,
        long unclassified,
        @Nullable Instant firstTransactionAt,
        @Nullable Instant lastSyncAt,
        List<Balance> balances) {
    /** Copies. */
    public LedgerState {
        balances = List.copyOf(balances);
    }
}
