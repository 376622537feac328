package dev.gangway.application.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio is made from.
 *
 * @param baseCurrency the money that most trades are quoted in, null if none is
 * @param transactionCount of all sources that were looked at
 * @param sourceCount how many these are
 * @param firstTransactionAt when the earliest transaction happened, null if there is none
 * @param lastSyncAt when an import of one of the sources last completed, null if none has
 * @param unpricedCount how many holdings have no average purchase price
 */
public record PortfolioProperties(
        @Nullable AssetCode baseCurrency,
        long transactionCount,
        int sourceCount,
        @Nullable Instant firstTransactionAt,
        @Nullable Instant lastSyncAt,
        int unpricedCount) {}
