package dev.gangway.application.testkit.memory;

import dev.gangway.application.portfolio.port.Prices;
import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Prices that a test sets; each holds until the next one of its pair. */
public final class InMemoryPrices implements Prices {
    private final Map<Pair, NavigableMap<Instant, BigDecimal>> known = new ConcurrentHashMap<>();

    private record Pair(AssetCode asset, AssetCode currency) {}

    /** Sets what one unit costs from then on. */
    public InMemoryPrices set(String asset, String currency, Instant from, String price) {
        known.computeIfAbsent(
                        new Pair(new AssetCode(asset), new AssetCode(currency)), pair -> new ConcurrentSkipListMap<>())
                .put(from, new BigDecimal(price));
        return this;
    }

    @Override
    public @Nullable BigDecimal price(AssetCode asset, AssetCode currency, Instant at) {
        NavigableMap<Instant, BigDecimal> prices = known.get(new Pair(asset, currency));
        Map.Entry<Instant, BigDecimal> latest = prices == null ? null : prices.floorEntry(at);
        return latest == null ? null : latest.getValue();
    }
}
