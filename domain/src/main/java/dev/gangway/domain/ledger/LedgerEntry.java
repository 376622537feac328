package dev.gangway.domain.ledger;

import dev.gangway.domain.source.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ledger transaction as calculations and pages see it: where it is from and what happened, without the raw record.
 *
 * @param source whose history it belongs to
 * @param externalId unique within the source
 * @param kind what happened
 * @param occurredAt when, UTC
 * @param received what came in, null if nothing did
 * @param sent what went out, null if nothing did
 * @param fee what it cost, null if nothing
 */
public record LedgerEntry(
        SourceId source,
        String externalId,
        TransactionKind kind,
        Instant occurredAt,
        @Nullable Amount received,
        @Nullable Amount sent,
        @Nullable Amount fee) {
    /** What {@code source} stores as {@code transaction}. */
    public static LedgerEntry of(SourceId source, LedgerTransaction transaction) {
        return new LedgerEntry(
                source,
                transaction.externalId(),
                transaction.kind(),
                transaction.occurredAt(),
                transaction.received(),
                transaction.sent(),
                transaction.fee());
    }
}
