package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What assets were worth when they changed hands. */
@FunctionalInterface
public interface PriceSource {
    /** Knows no price: what was traded for money is all that has one. */
    PriceSource NONE = (asset, currency, at) -> null;

    /** What one unit of {@code asset} cost in {@code currency} at that time; null if that is not known. */
    @Nullable
    BigDecimal price(AssetCode asset, AssetCode currency, Instant at);
}
