package dev.gangway.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.domain.shared.InvalidValue;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantities are decimal, bounded, and have one form. */
class AmountTest {
    private static final AssetCode BTC = new AssetCode("BTC");

    private static Amount amount(String quantity) {
        return new Amount(BTC, new BigDecimal(quantity));
    }

    @ParameterizedTest
    @CsvSource({
        "1.50,1.5",
        "0,0",
        "0.000,0",
        "0E+7,0",
        "0E-7,0",
        "-0,0",
        "100,100",
        "1E2,100",
        "1.20E+3,1200",
        "0.10,0.1"
    })
    void trailingZerosAndExponentsAreGone(String given, String kept) {
        assertThat(amount(given).quantity().toPlainString()).isEqualTo(kept);
        assertThat(amount(given).quantity()).hasToString(kept);
        assertThat(amount(given)).isEqualTo(amount(kept)).hasSameHashCodeAs(amount(kept));
    }

    @Test
    void fortyDigitsBeforeThePointAndThirtySixAfterItAreKept() {
        String most = "9".repeat(40) + "." + "9".repeat(36);
        assertThat(amount(most).quantity().toPlainString()).isEqualTo(most);
        String least = "0." + "0".repeat(35) + "1";
        assertThat(amount(least).quantity().toPlainString()).isEqualTo(least);
        assertThat(amount("1e39").quantity().toPlainString()).hasSize(40);
        // zeros behind the last digit are no digits
        assertThat(amount("1." + "0".repeat(60)).quantity()).hasToString("1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "-0.000000000000000000000000000000000001",
                "1e40",
                "1e400",
                "1e-37",
                "1e-400",
                "1e999999999",
                "1e-999999999",
                "9e2147483647",
                "1e-2147483647",
                "12345678901234567890123456789012345678901",
                "0.1234567890123456789012345678901234567"
            })
    void anythingElseIsRefusedBeforeItIsWrittenOut(String quantity) {
        BigDecimal parsed = new BigDecimal(quantity);
        assertThatThrownBy(() -> new Amount(BTC, parsed)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void anAssetIsWrittenAsTheExchangeWritesIt() {
        assertThat(new AssetCode("btc")).isNotEqualTo(new AssetCode("BTC"));
        assertThat(new AssetCode("\uD83D\uDE00".repeat(64)).value()).hasSize(128);
        for (String value : new String[] {"", " ", "B TC", "BTC ", "B\u00A0TC", "B\u0000C", "A".repeat(65)}) {
            assertThatThrownBy(() -> new AssetCode(value)).as(value).isInstanceOf(InvalidValue.class);
        }
    }
}
