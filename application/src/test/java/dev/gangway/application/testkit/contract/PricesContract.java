package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.portfolio.port.Prices;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@code Prices} is held to. */
public interface PricesContract {
    /** The asset whose price is known. */
    AssetCode BTC = new AssetCode("BTC");

    /** The currency that it is known in. */
    AssetCode ZAR = new AssetCode("ZAR");

    /** The time from which it is known. */
    Instant KNOWN_FROM = Instant.parse("2026-01-01T00:00:00Z");

    /** The price. */
    BigDecimal PRICE = new BigDecimal("1184230.500000000000000001");

    /** Prices that know one: of {@link #BTC} in {@link #ZAR}, from {@link #KNOWN_FROM} on. */
    Prices prices();

    @Test
    default void aPriceIsToldToItsLastDigit() {
        assertThat(prices().price(BTC, ZAR, KNOWN_FROM)).isEqualByComparingTo(PRICE);
        assertThat(prices().price(BTC, ZAR, KNOWN_FROM.plus(Duration.ofMinutes(1))))
                .isEqualByComparingTo(PRICE);
    }

    @Test
    default void whatIsNotKnownIsNullAndNeverGuessed() {
        assertThat(prices().price(BTC, ZAR, KNOWN_FROM.minus(Duration.ofDays(1))))
                .isNull();
        assertThat(prices().price(ZAR, BTC, KNOWN_FROM)).isNull();
        assertThat(prices().price(BTC, new AssetCode("EUR"), KNOWN_FROM)).isNull();
        assertThat(prices().price(new AssetCode("btc"), ZAR, KNOWN_FROM)).isNull();
        assertThat(prices().price(new AssetCode("NOBODY-KNOWS-ME"), ZAR, KNOWN_FROM))
                .isNull();
    }

    @Test
    default void manyMayAskAtOnce() {
        Prices prices = prices();
        List<Boolean> told = Race.among(16, i -> PRICE.compareTo(price(prices)) == 0);
        assertThat(told).containsOnly(true);
    }

    private static BigDecimal price(Prices prices) {
        BigDecimal price = prices.price(BTC, ZAR, KNOWN_FROM);
        return price == null ? BigDecimal.ZERO : price;
    }
}
