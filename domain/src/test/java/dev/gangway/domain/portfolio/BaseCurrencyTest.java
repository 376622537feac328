package dev.gangway.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.ledger.AssetCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which money a ledger's trades are mostly quoted in. */
final class BaseCurrencyTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'', none",
                "ZAR>BTC, ZAR",
                "BTC>ZAR, ZAR",
                "ZAR>BTC EUR>BTC BTC>EUR, EUR",
                "ZAR>BTC EUR>BTC, EUR",
                "ZAR>USD, ZAR",
                "USD>ZAR, USD",
                "BTC>ETH, none",
                "USDT>BTC BTC>USDT, none",
                "USDT>BTC USDT>BTC ZAR>USDT, ZAR",
                "XAU>BTC XXX>BTC zar>BTC, none",
            })
    void isTheMoneyOfMostTrades(String trades, @Nullable String expected) {
        BaseCurrency base = new BaseCurrency();
        for (String trade : trades.split(" ")) {
            if (!trade.isEmpty()) {
                String[] legs = trade.split(">");
                base.take(new AssetCode(legs[0]), new AssetCode(legs[1]), 1);
            }
        }
        AssetCode code = base.code();

        assertThat(code == null ? null : code.value()).isEqualTo(expected);
    }

    @Test
    void countsTradesAndNotPairs() {
        BaseCurrency base = new BaseCurrency();
        base.take(new AssetCode("EUR"), new AssetCode("BTC"), 2);
        base.take(new AssetCode("ETH"), new AssetCode("EUR"), 2);
        base.take(new AssetCode("ZAR"), new AssetCode("BTC"), 5);

        assertThat(base.code()).isEqualTo(new AssetCode("ZAR"));
    }
}
