package dev.gangway.application.portfolio.port;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What assets were worth. Gangway ships none: without one, what was not traded for money has no purchase price. It is asked
 * for each acquisition that has none, in order of time, by several threads, while the ledger is being read: it answers from
 * what it has, soon, and calls nobody.
 */
@FunctionalInterface
public interface Prices {
    /**
     * What one unit of {@code asset} cost in {@code currency} at that time, more than zero or zero; null if that is not
     * known.
     */
    @Nullable
    BigDecimal price(AssetCode asset, AssetCode currency, Instant at);
}
