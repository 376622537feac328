package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user has.
 *
 * @param holdings by asset code
 * @param baseCurrency what is converted where trades do not agree on a currency; null if nothing can be converted
 * @param unpricedCount how many of the holdings have no average purchase price
 */
public record Portfolio(List<Holding> holdings, @Nullable AssetCode baseCurrency, int unpricedCount) {
    /** Copies. */
    public Portfolio {
        holdings = List.copyOf(holdings);
    }

    /** The portfolio of these holdings. */
    public static Portfolio of(List<Holding> holdings, @Nullable AssetCode baseCurrency) {
        return new Portfolio(
                holdings,
                baseCurrency,
                Math.toIntExact(holdings.stream().filter(Holding::unpriced).count()));
    }
}
