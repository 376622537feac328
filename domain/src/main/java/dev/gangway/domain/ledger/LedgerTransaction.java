package dev.gangway.domain.ledger;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a source's history.
 *
 * @param externalId the exchange's own id, at most 255 characters, unique within the source: what makes importing twice
 *     the same as once
 * @param kind what happened
 * @param occurredAt when, UTC
 * @param received what came in, null if nothing did
 * @param sent what went out, null if nothing did
 * @param fee what it cost, null if nothing
 * @param raw the record as the exchange sent it, so that a mended mapper can derive it anew; at most {@link #MAX_RAW}
 *     characters, which every database keeps: a longer one is for the connector to cut off and mark
 * @param mapperVersion which version of the connector's mapper derived this, from 1
 */
public record LedgerTransaction(
        String externalId,
        TransactionKind kind,
        Instant occurredAt,
        @Nullable Amount received,
        @Nullable Amount sent,
        @Nullable Amount fee,
        String raw,
        int mapperVersion) {
    /** The longest {@code raw}, in characters of Java. */
    public static final int MAX_RAW = 1_000_000;

    /** Checks that the kind's legs are there, and that it can be stored. */
    public LedgerTransaction {
        Text.required("external_id", externalId, 255);
        if (raw.length() > MAX_RAW) {
            throw new InvalidValue("raw", FieldError.TOO_LONG, "must have at most " + MAX_RAW + " characters");
        }
        boolean complete = switch (kind) {
            case TRADE -> received != null && sent != null;
            case DEPOSIT, REWARD -> received != null && sent == null;
            case WITHDRAWAL -> sent != null && received == null;
            case FEE -> fee != null && received == null && sent == null;
            case TRANSFER -> (received == null) != (sent == null);
            case UNCLASSIFIED -> true;
        };
        if (!complete) {
            throw new InvalidValue(
                    "transaction", FieldError.INVALID_FORMAT, "must have the legs of a " + kind.apiName());
        }
    }
}
