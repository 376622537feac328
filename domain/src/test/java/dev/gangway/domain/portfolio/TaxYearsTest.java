package dev.gangway.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.user.Jurisdiction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tax years to the second, what is money, and gains added up. */
class TaxYearsTest {
    private static String label(String jurisdiction, Instant at) {
        return TaxYears.of(new Jurisdiction(jurisdiction)).at(at).label();
    }

    @ParameterizedTest
    @CsvSource({
        "RSA,2025-03-01,2024/25,2025/26",
        "ZA,2025-03-01,2024/25,2025/26",
        "zaf,2024-03-01,2023/24,2024/25",
        "GB,2025-04-06,2024/25,2025/26",
        "UK,2025-04-06,2024/25,2025/26",
        "GBR,2025-04-06,2024/25,2025/26",
        "GB-SCT,2025-04-06,2024/25,2025/26",
        "gb_eng,2025-04-06,2024/25,2025/26",
        "AU,2025-07-01,2024/25,2025/26",
        "AUS,2000-07-01,1999/00,2000/01",
        "IN,2025-04-01,2024/25,2025/26",
        "IND,2025-04-01,2024/25,2025/26",
        "NZ,2025-04-01,2024/25,2025/26",
        "NZL,2009-04-01,2008/09,2009/10",
        "US,2025-01-01,2024,2025",
        "DE,2025-01-01,2024,2025",
        "GBX,2025-01-01,2024,2025",
        "ELSEWHERE,2025-01-01,2024,2025"
    })
    void aYearBeginsAtMidnightOfItsFirstDay(String jurisdiction, String day, String before, String after) {
        Instant begins = History.instant(day);
        assertThat(label(jurisdiction, begins.minusNanos(1))).isEqualTo(before);
        assertThat(label(jurisdiction, begins.minusSeconds(1))).isEqualTo(before);
        assertThat(label(jurisdiction, begins)).isEqualTo(after);
        assertThat(label(jurisdiction, begins.plusSeconds(1))).isEqualTo(after);
        // the whole year is one year, and the last second before the next still in it
        TaxYear year = TaxYears.of(new Jurisdiction(jurisdiction)).at(begins);
        assertThat(year).hasToString(after);
        assertThat(label(jurisdiction, History.instant(year.end().toString()).minusSeconds(1)))
                .isEqualTo(after);
        assertThat(label(jurisdiction, History.instant(year.end().toString()))).isNotEqualTo(after);
    }

    @Test
    void aSouthAfricanYearEndsOnTheLeapDay() {
        assertThat(label("RSA", Instant.parse("2024-02-29T23:59:59Z"))).isEqualTo("2023/24");
        assertThat(label("RSA", Instant.parse("2024-03-01T00:00:00Z"))).isEqualTo("2024/25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZAR", "USD", "EUR", "GBP", "CHF", "JPY", "XOF", "XAF", "NGN", "HRK"})
    void currenciesAreMoney(String code) {
        assertThat(Money.isMoney(History.asset(code))).isTrue();
        assertThat(Money.settles(History.asset(code))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BTC", "XBT", "ETH", "XXX", "XTS", "XAU", "XAG", "XPT", "XDR", "MTL", "zar", "CHE", "EURO"})
    void othersAreNot(String code) {
        assertThat(Money.isMoney(History.asset(code))).isFalse();
        assertThat(Money.settles(History.asset(code))).isFalse();
    }

    @Test
    void stablecoinsSettleButAreNoMoney() {
        assertThat(Money.isMoney(History.asset("USDT"))).isFalse();
        assertThat(Money.settles(History.asset("USDT"))).isTrue();
    }

    @Test
    void gainsAddUpByYearAndCurrency() {
        GainsByYear gains = new GainsByYear(TaxYears.of(new Jurisdiction("GB")));
        CostBasis basis = new CostBasis(CostBasisMethod.FIFO, Transfers.NONE, PriceSource.NONE, null, gains);
        new History()
                .trade("2023-01-01", "1 BTC", "100 GBP")
                .trade("2023-01-02", "1 BTC", "200 GBP")
                .trade("2023-01-03", "9 ETH", "90 EUR")
                // two lots, one sale
                .trade("2025-04-05T23:59:59Z", "600 GBP", "1.5 BTC")
                .trade("2025-04-06T00:00:00Z", "50 GBP", "0.5 BTC")
                .trade("2025-04-07T00:00:00Z", "20 EUR", "1 ETH")
                .trade("2025-04-08T00:00:00Z", "5 EUR", "1 ETH")
                .withdrawal("2025-04-09T00:00:00Z", "1 ETH")
                .deposit("2026-01-01", "1 DOT")
                .trade("2026-04-06", "20 EUR", "1 DOT")
                .entries()
                .forEach(basis::take);
        assertThat(basis.holdings()).extracting(Holding::asset).doesNotContain(History.asset("BTC"));
        assertThat(gains.years())
                .containsExactly(
                        year("2024-05-01", 0, total("GBP", "600", "200", "400", 1)),
                        year("2025-05-01", 1, total("EUR", "25", "20", "5", 2), total("GBP", "50", "100", "-50", 1)),
                        year("2026-05-01", 1));
    }

    @Test
    void disposalsOutOfOrderGoToTheirYears() {
        GainsByYear gains = new GainsByYear(TaxYears.CALENDAR);
        for (String at : new String[] {"2025-06-01", "2024-06-01", "2025-12-31"}) {
            gains.accept(Disposal.unpriced(History.asset("BTC"), History.instant(at), BigDecimal.ONE));
        }
        assertThat(gains.years())
                .extracting(year -> year.year().label() + ": " + year.unpriced())
                .containsExactly("2024: 1", "2025: 2");
    }

    private static GainsByYear.Year year(String day, long unpriced, GainsByYear.Total... totals) {
        TaxYear year = TaxYears.of(new Jurisdiction("GB")).at(History.instant(day));
        return new GainsByYear.Year(year, List.of(totals), unpriced);
    }

    private static GainsByYear.Total total(String currency, String proceeds, String cost, String gain, long disposals) {
        return new GainsByYear.Total(
                History.asset(currency),
                new BigDecimal(proceeds),
                new BigDecimal(cost),
                new BigDecimal(gain),
                disposals);
    }
}
