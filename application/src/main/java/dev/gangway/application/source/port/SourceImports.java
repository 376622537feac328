package dev.gangway.application.source.port;

import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.ImportRunId;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The writes of import runs. Each is one transaction that holds only while the source still names the run, so that a
 * worker that was paused, partitioned or presumed dead writes nothing when it wakes.
 */
public interface SourceImports {
    /**
     * Makes {@code run} the source's only run, whatever ran before.
     *
     * @return what the run works with, or null if there is nothing to import (no such source, merged, or in a failed
     *     status that nobody has requeued)
     */
    @Nullable
    Begun begin(SourceId source, ImportRunId run, Instant now);

    /**
     * What a run works with.
     *
     * @param run the run
     * @param source its source
     * @param exchange where the account is
     * @param credentials as they were when the run began
     * @param account the account, null before it was first opened
     * @param cursor where the last stored page ended, null before the first
     * @param firstImport whether the source is being populated, rather than refreshed
     */
    record Begun(
            ImportRunId run,
            SourceId source,
            ExchangeName exchange,
            SealedCredentials credentials,
            @Nullable AccountReference account,
            @Nullable String cursor,
            boolean firstImport) {}

    /**
     * Notes the account that the exchange named. If another source of the same user has that account already, the key
     * and the partners that sent it move to that source, which is queued for another import (a refresh if it is
     * populated, else processing from the start), and this one closes as {@code merged}. A source that has an account
     * keeps it: a key of another one, which its owner put in, is told and changes nothing.
     */
    Bound bindAccount(Begun run, AccountReference account, Instant now);

    /** What binding came to. */
    enum Bound {
        /** The source has the account. */
        BOUND,
        /** Another source has; this one is closed. */
        MERGED,
        /** The source has another account, whose history must not mix with this one's. */
        OTHER_ACCOUNT,
        /** The run is no longer the source's, or its credentials were replaced. */
        LOST
    }

    /**
     * Stores a page: transactions that the source does not have yet (by external id), and the cursor behind them.
     *
     * @return false if the run is no longer the source's; nothing was written
     */
    boolean store(Begun run, List<LedgerTransaction> transactions, @Nullable String cursor, Instant now);

    /**
     * Ends the run: the source is {@code populated}.
     *
     * @return false if the run is no longer the source's or its credentials were replaced; nothing was written
     */
    boolean complete(Begun run, Instant now);

    /**
     * Ends the run without success: the source takes the status of {@code failure}; a populated source that could not
     * be reached stays populated. After a failure to read the exchange the next run begins without cursor: it may be
     * the cursor that the exchange no longer takes.
     *
     * @return false if the run is no longer the source's or its credentials were replaced; nothing was written
     */
    boolean fail(Begun run, SourceFailure failure, Instant now);
}
