package dev.gangway.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples that others have published, to the last digit. */
class PublishedExamplesTest {
    /** HMRC, Cryptoassets Manual, CRYPTO22251: "Pooling examples: example 1 - basic section 104 pool disposal". */
    @Test
    void hmrcSection104Pool() {
        History victoria =
                new History().trade("2019-01-01", "100 A", "1000 GBP").trade("2019-09-18", "50 A", "125000 GBP");
        assertThat(victoria.by(CostBasisMethod.AVERAGE).held()).containsExactly("150 A at 840 GBP");
        victoria.trade("2019-12-01", "300000 GBP", "50 A");
        History.Result sold = victoria.by(CostBasisMethod.AVERAGE);
        assertThat(sold.told()).containsExactly("50 A: 300000 - 42000 = 258000 GBP");
        // "a single section 104 pool of 100 token A and total allowable costs of £84,000"
        assertThat(sold.held()).containsExactly("100 A at 840 GBP", "174000 GBP at 1 GBP");
        victoria.trade("2020-01-01", "84000 GBP", "100 A");
        assertThat(victoria.by(CostBasisMethod.AVERAGE).told()).last().isEqualTo("100 A: 84000 - 84000 = 0 GBP");
    }

    /**
     * IRS, Publication 564 (2009), table 3, "Example of How To Figure Basis of Shares Sold": the basis of the 210 shares
     * sold on 10/1/09 is $5,000 by FIFO; by average basis the 410 shares that cost $9,100 are alike.
     */
    @ParameterizedTest
    @CsvSource({"FIFO,5000,1720", "AVERAGE,4660.98,2059.02"})
    void irsFundShares(CostBasisMethod method, String basis, String gain) {
        History.Result result = new History()
                .trade("2008-02-06", "160 FUND", "4000 USD")
                .trade("2008-08-07", "240 FUND", "4800 USD")
                .trade("2008-12-18", "10 FUND", "300 USD")
                .trade("2009-10-01", "6720 USD", "210 FUND")
                .by(method);
        assertThat(result.cost().setScale(2, RoundingMode.HALF_EVEN)).isEqualByComparingTo(basis);
        assertThat(result.gain().setScale(2, RoundingMode.HALF_EVEN)).isEqualByComparingTo(gain);
    }

    /** Recap, US tax guide for individuals, "Cost Basis Methods" (docs.recap.io): Dave. */
    @ParameterizedTest
    @CsvSource({"LIFO,8000,-4000", "FIFO,2000,2000", "HIFO,8000,-4000"})
    void recapsDave(CostBasisMethod method, String cost, String gain) {
        History.Result result = new History()
                .trade("2017-09-22", "1 BTC", "2000 USD")
                .trade("2018-01-06", "2 BTC", "5000 USD")
                .trade("2018-04-19", "1 BTC", "8000 USD")
                .trade("2018-05-03", "4000 USD", "1 BTC")
                .by(method);
        assertThat(result.told()).isEqualTo(List.of("1 BTC: 4000 - " + cost + " = " + gain + " USD"));
    }

    /** Accointing, "Crypto cost basis" (accointing.com/en-US/blog/crypto-cost-basis): five coins bought, three sold. */
    @ParameterizedTest
    @CsvSource({"FIFO,31000,29000", "LIFO,42000,18000", "HIFO,45000,15000"})
    void accointingsFiveCoins(CostBasisMethod method, String cost, String gain) {
        History.Result result = new History()
                .trade("2021-01-01", "1 BTC", "10000 USD")
                .trade("2021-02-01", "1 BTC", "12000 USD")
                .trade("2021-03-01", "1 BTC", "9000 USD")
                .trade("2021-04-01", "1 BTC", "15000 USD")
                .trade("2021-05-01", "1 BTC", "18000 USD")
                .trade("2021-09-01", "60000 USD", "3 BTC")
                .by(method);
        assertThat(result.cost()).isEqualByComparingTo(cost);
        assertThat(result.gain()).isEqualByComparingTo(gain);
    }

    /**
     * HMRC, Self Assessment helpsheet HS284, example 3: of 800 Lobster shares in a section 104 holding that cost £3,349,
     * 400 are sold at £5.20 less £105 of dealing costs: £1,975 less £1,675 (£1,674.50, which it rounds) is the gain.
     */
    @Test
    void hmrcSharesWithDealingCosts() {
        History.Result result = new History()
                .trade("2017-09-01", "800 LOBSTER", "3349 GBP")
                .trade("2019-02-01", "2080 GBP", "400 LOBSTER", "105 GBP")
                .by(CostBasisMethod.AVERAGE);
        assertThat(result.told()).containsExactly("400 LOBSTER: 1975 - 1674.5 = 300.5 GBP");
    }

    /**
     * HMRC, Cryptoassets Manual, CRYPTO22255, what it takes from the pool: 3,500 of 14,000 token E that cost £200,000 are
     * £50,000. (The other 500 of that sale are matched by the 30 day rule, which is no method of ours.)
     */
    @Test
    void hmrcPartDisposalOfAPool() {
        History.Result result = new History()
                .trade("2019-01-01", "14000 E", "200000 GBP")
                .trade("2019-08-30", "140000 GBP", "3500 E")
                .by(CostBasisMethod.AVERAGE);
        assertThat(result.told()).containsExactly("3500 E: 140000 - 50000 = 90000 GBP");
    }

    /** Koinly, "Cost basis crypto" (koinly.io/blog/calculate-cost-basis-crypto-bitcoin): fees of $150 and $160. */
    @Test
    void koinlysFees() {
        History history = new History().trade("2024-01-01", "0.5 BTC", "30000 USD", "150 USD");
        assertThat(history.by(CostBasisMethod.FIFO).holdings().getFirst().averagePurchasePrice())
                .isEqualByComparingTo("60300");
        history.trade("2024-02-01", "32000 USD", "0.5 BTC", "160 USD");
        // "Your cost basis would be $30,150."
        assertThat(history.by(CostBasisMethod.FIFO).told()).containsExactly("0.5 BTC: 31840 - 30150 = 1690 USD");
    }
}
