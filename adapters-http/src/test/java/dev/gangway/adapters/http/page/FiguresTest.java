package dev.gangway.adapters.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    /** {@code _} stands for the narrow space. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.00, 0",
        "7, 7",
        "999, 999",
        "1000, 1_000",
        "12345.6700, 12_345.67",
        "1234567.000001, 1_234_567.000001",
        "0.000000000000000001, 0.000000000000000001",
        "1E+3, 1_000",
        "-1234.5, −1_234.5",
    })
    void quantitiesAreExactAndGroupedByThree(String number, String written) {
        assertThat(Figures.quantity(new BigDecimal(number))).isEqualTo(written.replace('_', '\u202F'));
    }

    @ParameterizedTest
    @CsvSource({
        "34.9, ZAR, 34.90",
        "15000, ZAR, 15_000.00",
        "0.12345, ZAR, 0.12345",
        "15000, JPY, 15_000",
        "1.5, BTC, 1.5",
        "2, KWD, 2.000",
    })
    void moneyHasAllItsPlaces(String number, String unit, String written) {
        assertThat(Figures.amount(new BigDecimal(number), unit))
                .isEqualTo(written.replace('_', '\u202F') + "\u00A0" + unit);
    }

    @Test
    void countsAreGroupedAndAgreeWithTheirNoun() {
        assertThat(Figures.count(1_234_567)).isEqualTo("1\u202F234\u202F567");
        assertThat(Words.transactions(1)).isEqualTo("1 transaction");
        assertThat(Words.transactions(0)).isEqualTo("0 transactions");
    }

    @Test
    void momentsAreUtcToTheSecond() {
        assertThat(Moment.of(Instant.parse("2026-03-02T23:59:59.999Z")))
                .isEqualTo(new Moment("2026-03-02T23:59:59Z", "2 Mar 2026", "23:59:59"));
    }
}
