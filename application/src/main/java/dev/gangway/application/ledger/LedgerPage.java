package dev.gangway.application.ledger;

import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.source.SourceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a ledger, latest first.
 *
 * @param entries what it holds
 * @param next where the next page begins, null if there is none
 */
public record LedgerPage(
        List<LedgerEntry> entries, @Nullable Position next) {
    /** Copies. */
    public LedgerPage {
        entries = List.copyOf(entries);
    }

    /** A place in the order of a ledger: behind this transaction. */
    public record Position(Instant occurredAt, SourceId source, String externalId) {}
}
