package dev.gangway.domain.portfolio;

import static dev.gangway.domain.portfolio.CostBasisMethod.AVERAGE;
import static dev.gangway.domain.portfolio.CostBasisMethod.FIFO;
import static dev.gangway.domain.portfolio.CostBasisMethod.HIFO;
import static dev.gangway.domain.portfolio.CostBasisMethod.LIFO;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which units go first, what they had cost, and what is left. */
class LotsTest {
    @Test
    void aMethodIsKnownByItsName() {
        for (CostBasisMethod method : CostBasisMethod.values()) {
            assertThat(CostBasisMethod.named(method.apiName())).isEqualTo(method);
            assertThat(CostBasisMethod.named(method.name())).isEqualTo(method);
        }
        assertThat(AVERAGE.apiName()).isEqualTo("average");
        assertThat(CostBasisMethod.named("lofo")).isNull();
        assertThat(CostBasisMethod.named("f\u0131fo")).isNull();
        assertThat(CostBasisMethod.named(null)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void aDisposalLeavesTheAverageOfOneLotUnchanged(CostBasisMethod method) {
        History.Result result = new History()
                .trade("2024-01-01", "3 BTC", "100 USD")
                .trade("2024-01-02", "50 USD", "1 BTC")
                .trade("2024-01-03", "50 USD", "0.7 BTC")
                .by(method);
        assertThat(result.held()).first().isEqualTo("1.3 BTC at 33.33333333333333333333333333333333 USD");
    }

    @Test
    void theSlateIsCleanWhenNothingIsLeft() {
        History.Result result = new History()
                .deposit("2024-01-01", "1 BTC")
                .trade("2024-01-02", "1 BTC", "100 ZAR")
                .trade("2024-01-03", "300 EUR", "2 BTC")
                .trade("2024-01-04", "2 BTC", "500 USD")
                .by(AVERAGE);
        assertThat(result.held()).containsExactly("2 BTC at 250 USD", "300 EUR at 1 EUR");
        assertThat(result.told()).containsExactly("2 BTC: unpriced");
    }

    @Test
    void ofOneInstantWhatComesInIsEarlierThanWhatGoesOut() {
        History.Result result = new History()
                .withdrawal("2024-01-01", "1 DOT")
                .fee("2024-01-01", "1 DOT")
                .trade("2024-01-01", "500 USD", "4 ETH")
                .trade("2024-01-01", "4 ETH", "300 USDT")
                .trade("2024-01-01", "300 USDT", "300 USD")
                .deposit("2024-01-01", "4 DOT")
                .deposit("2024-01-01", "300 USD")
                .by(FIFO);
        assertThat(result.held()).containsExactly("2 DOT unpriced", "500 USD at 1 USD");
        assertThat(result.told()).containsExactly("4 ETH: unpriced", "1 DOT: unpriced");
        assertThat(new History()
                        .trade("2024-01-01", "150 USD", "1 BTC")
                        .trade("2024-01-01", "1 BTC", "100 USD")
                        .by(FIFO)
                        .told())
                .containsExactly("1 BTC: 150 - 100 = 50 USD");
    }

    @Test
    void aHistoryOfOneInstantIsWorkedOnInParts() {
        CostBasis basis = new CostBasis(AVERAGE, Transfers.NONE, PriceSource.NONE, null, disposal -> {});
        History history = new History();
        for (int i = 0; i < 10_001; i++) {
            history.trade("2024-01-01", "1 BTC", "2 USD");
        }
        history.entries().forEach(basis::take);
        assertThat(basis.holdings()).extracting(Holding::quantity).containsExactly(new BigDecimal(10_001));
        assertThat(basis.holdings()).hasSize(1);
    }

    @Test
    void aShortfallIsUnpricedAndPaidBackByWhatComesNext() {
        History history = new History().trade("2024-01-01", "1 BTC", "100 USD").trade("2024-01-02", "900 USD", "3 BTC");
        assertThat(history.by(FIFO).told()).containsExactly("1 BTC: 300 - 100 = 200 USD", "2 BTC: unpriced");
        assertThat(history.by(FIFO).held()).containsExactly("800 USD at 1 USD");
        history.trade("2024-01-03", "1.5 BTC", "150 USD").trade("2024-01-04", "1.5 BTC", "300 USD");
        // 1 + 1.5 + 1.5 - 3
        assertThat(history.by(FIFO).held()).containsExactly("1 BTC at 200 USD", "350 USD at 1 USD");
        assertThat(history.by(AVERAGE).held()).containsExactly("1 BTC at 200 USD", "350 USD at 1 USD");
    }

    @Test
    void aSaleOutOfSeveralLotsIsOneDisposalPerLot() {
        History.Result result = new History()
                .trade("2024-01-01T10:11:12.5Z", "1 BTC", "100 USD")
                .trade("2024-01-02", "1 BTC", "200 USD")
                .trade("2024-01-03", "1 BTC", "300 USD")
                .trade("2024-02-01", "1000 USD", "2.5 BTC")
                .by(FIFO);
        assertThat(result.told())
                .containsExactly(
                        "1 BTC: 400 - 100 = 300 USD", "1 BTC: 400 - 200 = 200 USD", "0.5 BTC: 200 - 150 = 50 USD");
        assertThat(result.disposals()).extracting(Disposal::further).containsExactly(false, true, true);
        assertThat(result.disposals().getFirst().acquiredAt()).isEqualTo(Instant.parse("2024-01-01T10:11:12Z"));
        assertThat(result.disposals().getFirst().at()).isEqualTo(Instant.parse("2024-02-01T00:00:00Z"));
    }

    @Test
    void lotsGoInTheMethodsOrder() {
        History history = new History()
                .trade("2024-01-01", "1 BTC", "200 USD")
                .trade("2024-01-02", "1 BTC", "300 USD")
                .trade("2024-01-03", "1 BTC", "100 USD")
                .trade("2024-02-01", "500 USD", "1.5 BTC");
        assertThat(history.by(FIFO).cost()).isEqualByComparingTo("350");
        assertThat(history.by(LIFO).cost()).isEqualByComparingTo("250");
        assertThat(history.by(HIFO).cost()).isEqualByComparingTo("400");
        assertThat(history.by(AVERAGE).cost()).isEqualByComparingTo("300");
        assertThat(history.by(FIFO).held()).containsExactly("1.5 BTC at 166.6666666666666666666666666666667 USD");
        assertThat(history.by(HIFO).held()).containsExactly("1.5 BTC at 133.3333333333333333333333333333333 USD");
    }

    @Test
    void highestFirstTakesWhatWasBoughtInTheCurrencyOfTheSaleFirstAndUnpricedLast() {
        History history = new History()
                .deposit("2024-01-01", "1 BTC")
                .trade("2024-01-02", "1 BTC", "9000 ZAR")
                .trade("2024-01-03", "1 BTC", "100 USD")
                .trade("2024-01-04", "1 BTC", "200 USD")
                .trade("2024-01-05", "900 USD", "3 BTC");
        assertThat(history.by(HIFO).told())
                .containsExactly("1 BTC: 300 - 200 = 100 USD", "1 BTC: 300 - 100 = 200 USD", "1 BTC: unpriced");
        assertThat(history.by(HIFO).held()).first().isEqualTo("1 BTC unpriced");
    }

    @Test
    void equallyDearLotsGoOldestFirstAndPricesCompareBeyondTheirFirstDigits() {
        History.Result result = new History()
                .trade("2024-01-01", "1 BTC", "100 USD")
                .trade("2024-01-02", "1 BTC", "100.00000000000000000001 USD")
                .trade("2024-01-03", "1 BTC", "100 USD")
                .trade("2024-01-04", "300 USD", "1.5 BTC")
                .by(HIFO);
        assertThat(result.disposals())
                .extracting(Disposal::acquiredAt)
                .containsExactly(History.instant("2024-01-02"), History.instant("2024-01-01"));
    }

    @Test
    void fillsOfOneOrderAreOneLot() {
        History.Result result = new History()
                .trade("2024-01-01T00:00:00.1Z", "1 BTC", "100 USD")
                .trade("2024-01-01T00:00:00.2Z", "0.5 BTC", "50 USD")
                .trade("2024-01-02", "300 USD", "1.2 BTC")
                .by(FIFO);
        assertThat(result.told()).containsExactly("1.2 BTC: 300 - 120 = 180 USD");
    }

    @Test
    void amountsAtBothEndsOfTheRangeAreExact() {
        String most = "9".repeat(40);
        String least = "0." + "0".repeat(35) + "1";
        for (CostBasisMethod method : CostBasisMethod.values()) {
            History.Result result = new History()
                    .trade("2024-01-01", most + " SHIB", "3 USD")
                    .trade("2024-01-02", "1 USD", least + " SHIB")
                    .by(method);
            assertThat(result.held())
                    .first()
                    .asString()
                    .startsWith("9".repeat(39) + "8." + "9".repeat(36) + " SHIB at 0.000");
            History.Result sold = new History()
                    .trade("2024-01-01", most + " SHIB", "3 USD")
                    .trade("2024-01-02", "1 USD", least + " SHIB")
                    .trade("2024-01-03", "1 USD", "9".repeat(39) + "8." + "9".repeat(36) + " SHIB")
                    .by(method);
            assertThat(sold.cost()).isEqualByComparingTo("3");
            assertThat(sold.gain()).isEqualByComparingTo("-1");
        }
    }
}
