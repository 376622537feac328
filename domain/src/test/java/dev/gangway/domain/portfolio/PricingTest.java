package dev.gangway.domain.portfolio;

import static dev.gangway.domain.portfolio.CostBasisMethod.AVERAGE;
import static dev.gangway.domain.portfolio.CostBasisMethod.FIFO;
import static dev.gangway.domain.portfolio.CostBasisMethod.HIFO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.ledger.TransactionKind;
import org.junit.jupiter.api.Test;

/** What has a price, in which currency, and what has none. */
class PricingTest {
    @Test
    void aFeeInAThirdAssetLeavesAtItsCostWithoutAGain() {
        History.Result result = new History()
                .deposit("2024-01-01", "500 USD")
                .trade("2024-01-01", "10 BNB", "100 USD")
                .trade("2024-01-02", "1 BTC", "100 USD", "1 BNB")
                .trade("2024-01-03", "150 USD", "1 BTC", "1 BNB")
                .by(FIFO);
        assertThat(result.told()).containsExactly("1 BTC: 150 - 100 = 50 USD");
        assertThat(result.held()).containsExactly("8 BNB at 10 USD", "450 USD at 1 USD");
    }

    @Test
    void aFeeInAThirdAssetThatHasAPriceCountsOnceOnEachSide() {
        PriceSource twenty = (asset, currency, at) ->
                asset.value().equals("BNB") && currency.value().equals("USD")
                        ? History.amount("20 USD").quantity()
                        : null;
        History history = new History()
                .trade("2024-01-01", "10 BNB", "100 USD")
                .trade("2024-01-02", "1 BTC", "100 USD", "1 BNB")
                .trade("2024-01-03", "150 USD", "1 BTC", "1 BNB");
        assertThat(history.by(FIFO, twenty, null).told()).containsExactly("1 BTC: 130 - 120 = 10 USD");
        assertThat(history.by(FIFO, twenty, "USD").told()).containsExactly("1 BTC: 130 - 120 = 10 USD");
    }

    @Test
    void anAcquisitionWithoutAPriceMakesTheHoldingUnpriced() {
        for (TransactionKind kind : new TransactionKind[] {TransactionKind.DEPOSIT, TransactionKind.REWARD}) {
            History.Result result = new History()
                    .trade("2024-01-01", "1 BTC", "100 USD")
                    .add(kind, "2024-01-02", "0.001 BTC", null, null)
                    .by(AVERAGE);
            assertThat(result.held()).containsExactly("1.001 BTC unpriced");
            assertThat(Portfolio.of(result.holdings(), null).unpricedCount()).isEqualTo(1);
            assertThat(result.holdings().getFirst().quote()).isNull();
        }
    }

    @Test
    void quoteCurrenciesThatDifferMakeItUnpricedUnlessTheyConvert() {
        History history = new History()
                .trade("2024-01-01", "1 BTC", "100 USD")
                .trade("2024-01-02", "1 BTC", "5400 ZAR")
                .trade("2024-01-03", "300 USD", "1 BTC");
        assertThat(history.by(AVERAGE).held()).containsExactly("1 BTC unpriced", "200 USD at 1 USD");
        assertThat(history.by(AVERAGE).told()).containsExactly("1 BTC: unpriced");
        PriceSource eighteen = (asset, currency, at) ->
                asset.value().equals("USD") && currency.value().equals("ZAR")
                        ? History.amount("18 ZAR").quantity()
                        : null;
        assertThat(history.by(AVERAGE, eighteen, "ZAR").held())
                .containsExactly("1 BTC at 3600 ZAR", "200 USD at 1 USD");
        assertThat(history.by(AVERAGE, eighteen, "ZAR").told()).containsExactly("1 BTC: 5400 - 3600 = 1800 ZAR");
        // lots of their own keep their own currency
        assertThat(history.by(FIFO).told()).containsExactly("1 BTC: 300 - 100 = 200 USD");
        assertThat(history.by(FIFO).held()).first().isEqualTo("1 BTC at 5400 ZAR");
    }

    @Test
    void theAverageIsInTheQuoteCurrencyTradedEvenWhereItConverts() {
        PriceSource two = (asset, currency, at) -> History.amount("2 ZAR").quantity();
        assertThat(new History()
                        .trade("2024-01-01", "1 BTC", "100 USD")
                        .by(AVERAGE, two, "ZAR")
                        .held())
                .first()
                .isEqualTo("1 BTC at 100 USD");
    }

    @Test
    void aPriceSourcePricesWhatWasNotBought() {
        PriceSource prices = (asset, currency, at) ->
                asset.value().equals("BTC") ? History.amount("200 USD").quantity() : null;
        History history = new History()
                .deposit("2024-01-01", "1 BTC")
                .trade("2024-01-02", "1 BTC", "100 USD")
                .reward("2024-01-03", "5 DOT");
        assertThat(history.by(AVERAGE, prices, "USD").held()).containsExactly("2 BTC at 150 USD", "5 DOT unpriced");
    }

    @Test
    void moneyIsItsOwnPrice() {
        History.Result result = new History()
                .deposit("2024-01-01", "100 ZAR")
                .reward("2024-01-01", "5 ZAR")
                .trade("2024-01-02", "4 EUR", "80 ZAR", "1 ZAR")
                .withdrawal("2024-01-03", "10 ZAR", "2 ZAR")
                .fee("2024-01-04", "1 EUR")
                .by(AVERAGE);
        assertThat(result.held()).containsExactly("3 EUR at 1 EUR", "12 ZAR at 1 ZAR");
        assertThat(result.disposals()).isEmpty();
    }

    @Test
    void cryptoForCryptoHasNoGainWithoutPrices() {
        History history = new History().trade("2024-01-01", "1 BTC", "100 USD").trade("2024-01-02", "20 ETH", "1 BTC");
        assertThat(history.by(FIFO).told()).containsExactly("1 BTC: unpriced");
        assertThat(history.by(FIFO).held()).containsExactly("20 ETH at 0.05 BTC");
        PriceSource eight = (asset, currency, at) ->
                asset.value().equals("ETH") ? History.amount("8 USD").quantity() : null;
        assertThat(history.by(FIFO, eight, "USD").told()).containsExactly("1 BTC: 160 - 100 = 60 USD");
        history.trade("2024-01-03", "200 USD", "20 ETH");
        assertThat(history.by(FIFO).told()).containsExactly("1 BTC: unpriced", "20 ETH: unpriced");
        assertThat(history.by(FIFO, eight, "USD").told())
                .containsExactly("1 BTC: 160 - 100 = 60 USD", "20 ETH: 200 - 160 = 40 USD");
    }

    @Test
    void stablecoinsAreWhatTradesAreSettledIn() {
        History.Result result = new History()
                .deposit("2024-01-01", "1000 USDT")
                .trade("2024-01-02", "1 BTC", "100 USDT")
                .trade("2024-01-03", "150 USDT", "1 BTC")
                .withdrawal("2024-01-04", "50 USDT")
                .by(FIFO);
        assertThat(result.told()).containsExactly("1 BTC: 150 - 100 = 50 USDT", "50 USDT: unpriced");
        assertThat(result.held()).containsExactly("1000 USDT unpriced");
    }

    @Test
    void aStablecoinSoldForMoneyHasAGain() {
        assertThat(new History()
                        .trade("2024-01-01", "100 USDT", "1800 ZAR")
                        .trade("2024-01-02", "1900 ZAR", "100 USDT")
                        .by(AVERAGE)
                        .told())
                .containsExactly("100 USDT: 1900 - 1800 = 100 ZAR");
    }

    @Test
    void highestFirstComparesInTheBaseCurrencyWhereItCan() {
        PriceSource eighteen = (asset, currency, at) ->
                asset.value().equals("USD") ? History.amount("18 ZAR").quantity() : null;
        assertThat(new History()
                        .trade("2024-01-01", "1 BTC", "1000 ZAR")
                        .trade("2024-01-02", "1 BTC", "100 USD")
                        .trade("2024-01-03", "1 BTC", "50 USD")
                        .trade("2024-01-05", "6000 ZAR", "3 BTC")
                        .by(HIFO, eighteen, "ZAR")
                        .told())
                .containsExactly(
                        "1 BTC: 2000 - 1800 = 200 ZAR",
                        "1 BTC: 2000 - 1000 = 1000 ZAR",
                        "1 BTC: 2000 - 900 = 1100 ZAR");
    }
}
