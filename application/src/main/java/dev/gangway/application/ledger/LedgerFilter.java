package dev.gangway.application.ledger;

import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions are wanted; null for any.
 *
 * @param source of this source
 * @param kind of this kind
 * @param asset with this asset among what was received, sent or charged
 * @param from no earlier than this
 * @param before earlier than this
 */
public record LedgerFilter(
        @Nullable SourceId source,
        @Nullable TransactionKind kind,
        @Nullable AssetCode asset,
        @Nullable Instant from,
        @Nullable Instant before) {
    /** All of them. */
    public static final LedgerFilter NONE = new LedgerFilter(null, null, null, null, null);
}
