package dev.gangway.domain.portfolio;

import static dev.gangway.domain.portfolio.CostBasisMethod.AVERAGE;
import static dev.gangway.domain.portfolio.CostBasisMethod.FIFO;
import static dev.gangway.domain.portfolio.CostBasisMethod.HIFO;
import static dev.gangway.domain.portfolio.CostBasisMethod.LIFO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.ledger.TransactionKind;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each kind of entry does to holdings and gains. */
class CostBasisTest {
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

    @Test
    void nothingIsHeldOfNothing() {
        assertThat(new History().by(FIFO).holdings()).isEmpty();
        assertThat(new History().by(AVERAGE).disposals()).isEmpty();
    }

    @Test
    void aBuysFeeInTheQuoteCurrencyIsCost() {
        History.Result result = new History()
                .deposit("2024-01-01", "1000 USD")
                .trade("2024-01-02", "2 ETH", "500 USD", "10 USD")
                .by(AVERAGE);
        assertThat(result.held()).containsExactly("2 ETH at 255 USD", "490 USD at 1 USD");
        assertThat(result.disposals()).isEmpty();
    }

    @Test
    void aBuysFeeInTheBoughtAssetIsNotReceived() {
        assertThat(new History()
                        .deposit("2024-01-01", "1000 USD")
                        .trade("2024-01-02", "2 ETH", "570 USD", "0.1 ETH")
                        .by(FIFO)
                        .held())
                .containsExactly("1.9 ETH at 300 USD", "430 USD at 1 USD");
    }

    @Test
    void aSalesFeeInTheMoneyReceivedLessensTheProceeds() {
        assertThat(new History()
                        .trade("2024-01-01", "1 BTC", "100 USD")
                        .trade("2024-01-02", "150 USD", "1 BTC", "5 USD")
                        .by(FIFO)
                        .told())
                .containsExactly("1 BTC: 145 - 100 = 45 USD");
    }

    @Test
    void aSalesFeeInTheSoldAssetIsSoldWithIt() {
        History.Result result = new History()
                .trade("2024-01-01", "1 BTC", "100 USD")
                .trade("2024-01-02", "75 USD", "0.5 BTC", "0.1 BTC")
                .by(FIFO);
        assertThat(result.told()).containsExactly("0.6 BTC: 75 - 60 = 15 USD");
        assertThat(result.held()).containsExactly("0.4 BTC at 100 USD");
    }

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
    void aWithdrawalTakesItsCostAlongAndHasNoProceeds() {
        History.Result result = new History()
                .trade("2024-01-01", "1 BTC", "100 USD")
                .trade("2024-01-02", "1 BTC", "200 USD")
                .withdrawal("2024-01-03", "1 BTC", "0.5 BTC")
                .by(FIFO);
        assertThat(result.held()).containsExactly("0.5 BTC at 200 USD");
        assertThat(result.told()).containsExactly("1 BTC: unpriced");
    }

    @Test
    void aTransferMovesNothingButTheNetworksFee() {
        History history = new History()
                .trade("2024-01-01", "2 BTC", "100 USD")
                .withdrawal("2024-01-02T00:00:00Z", "1 BTC", "0.1 BTC")
                .at(History.OTHER)
                .deposit("2024-01-02T01:00:00Z", "0.995 BTC")
                .trade("2024-01-03", "100 USD", "0.995 BTC");
        assertThat(history.by(FIFO).told()).containsExactly("0.995 BTC: 100 - 49.75 = 50.25 USD");
        assertThat(history.by(FIFO).held()).first().isEqualTo("0.9 BTC at 50 USD");
        assertThat(history.by(AVERAGE).told()).containsExactly("0.995 BTC: 100 - 49.75 = 50.25 USD");
    }

    @Test
    void aDepositThatIsBookedFirstIsATransferAsWell() {
        History.Result result = new History()
                .trade("2024-01-01", "1 BTC", "100 USD")
                .at(History.OTHER)
                .deposit("2024-01-02T00:00:00Z", "1 BTC")
                .at(History.ONE)
                .withdrawal("2024-01-02T00:30:00Z", "1 BTC")
                .by(AVERAGE);
        assertThat(result.held()).first().isEqualTo("1 BTC at 100 USD");
        assertThat(result.disposals()).isEmpty();
    }

    @Test
    void aTransferWhoseOtherEndIsNotKnownIsNoDisposalAndComesBackAtItsCost() {
        History history = new History()
                .trade("2024-01-01", "3 DOT", "9 USD")
                .add(TransactionKind.TRANSFER, "2024-01-02", null, "2 DOT", null);
        assertThat(history.by(AVERAGE).held()).containsExactly("1 DOT at 3 USD");
        assertThat(history.by(AVERAGE).disposals()).isEmpty();
        history.trade("2024-02-01", "1 DOT", "5 USD")
                .add(TransactionKind.TRANSFER, "2024-05-02", "1.5 DOT", null, null);
        assertThat(history.by(AVERAGE).held()).containsExactly("3.5 DOT at 3.571428571428571428571428571428571 USD");
        // more than ever went away
        history.add(TransactionKind.TRANSFER, "2024-06-02", "0.6 DOT", null, null);
        assertThat(history.by(AVERAGE).held()).containsExactly("4.1 DOT unpriced");
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
    void whatNobodyUnderstandsCountsInNothing() {
        assertThat(new History()
                        .trade("2024-01-01", "1 BTC", "100 USD")
                        .add(TransactionKind.UNCLASSIFIED, "2024-01-02", "7 BTC", "1 ETH", "1 USD")
                        .by(AVERAGE)
                        .held())
                .containsExactly("1 BTC at 100 USD");
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

    @Test
    void nothingReceivedAndNothingGivenAreTakenAsTold() {
        History.Result result = new History()
                .trade("2024-01-01", "1 BTC", "0 USD")
                .trade("2024-01-02", "0 USD", "0.5 BTC")
                .trade("2024-01-03", "0 ETH", "5 USD")
                .deposit("2024-01-03", "0 DOT")
                .withdrawal("2024-01-03", "0 DOT")
                .by(FIFO);
        assertThat(result.told()).containsExactly("0.5 BTC: 0 - 0 = 0 USD");
        assertThat(result.held()).containsExactly("0.5 BTC at 0 USD");
    }

    @Test
    void aFeeThatIsMoreThanWhatCameInTakesTheRestFromWhatWasThere() {
        History.Result result = new History()
                .trade("2024-01-01", "1 BTC", "100 USD")
                .add(TransactionKind.DEPOSIT, "2024-01-02", "0.1 BTC", null, "0.3 BTC")
                .trade("2024-01-03", "0.1 BTC", "50 USD", "0.2 BTC")
                .by(AVERAGE);
        assertThat(result.held()).containsExactly("0.7 BTC at 100 USD");
    }

    @Test
    void anAssetGivenForItselfOnlyMovesTheDifference() {
        History.Result result = new History()
                .trade("2024-01-01", "2 DOT", "10 USD")
                .trade("2024-01-02", "1 DOT", "1.5 DOT", "0.1 DOT")
                .by(AVERAGE);
        assertThat(result.held()).containsExactly("1.4 DOT at 5 USD");
        assertThat(result.disposals()).isEmpty();
    }
}
