package dev.gangway.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
                base.take(entry(TransactionKind.TRADE, legs[1], legs[0]));
            }
        }
        base.take(entry(TransactionKind.DEPOSIT, "GBP", null));
        base.take(entry(TransactionKind.UNCLASSIFIED, "BTC", "GBP"));

        AssetCode code = base.code();

        assertThat(code == null ? null : code.value()).isEqualTo(expected);
    }

    private static LedgerEntry entry(TransactionKind kind, String received, @Nullable String sent) {
        return new LedgerEntry(
                new SourceId("src_00000000000000000000000001"),
                "1",
                kind,
                Instant.EPOCH,
                Objects.requireNonNull(one(received)),
                one(sent),
                null);
    }

    private static @Nullable Amount one(@Nullable String asset) {
        return asset == null ? null : new Amount(new AssetCode(asset), BigDecimal.ONE);
    }
}
