package dev.gangway.application.source.port;

import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes transactions that were derived anew in the place of what an older version of their mapper had made of them. */
public interface Derivations {
    /**
     * The sources of an exchange that have transactions, by id, merged ones too.
     *
     * @param after begins behind this one, null for the beginning
     * @param most how many at most, at least 1
     */
    List<SourceId> sources(ExchangeName exchange, @Nullable SourceId after, int most);

    /**
     * Derives the next transactions of a source, by external id, whose mapper was older than {@code version}. One
     * transaction, in which no import of the source writes and after which the ledger's figures say what its rows say.
     *
     * @param after begins behind this external id, null for the beginning
     * @param size how many at most, at least 1
     * @param mapper derives one; it must not call this or any other port
     */
    Batch derive(SourceId source, int version, @Nullable String after, int size, Mapper mapper);

    /** Derives a transaction from the raw record of the stored one. */
    interface Mapper {
        /** @return what is to be stored in its place, under the same external id; null to leave it as it is */
        @Nullable
        LedgerTransaction derive(LedgerTransaction stored);
    }

    /**
     * What became of the next transactions of a source.
     *
     * @param derived how many were derived
     * @param changed how many of them have become something else
     * @param left how many were left as they are
     * @param last the external id of the last of them, null if there was none
     */
    record Batch(
            int derived, int changed, int left, @Nullable String last) {}
}
