package dev.gangway.domain.portfolio;

import static dev.gangway.domain.portfolio.CostBasisMethod.AVERAGE;
import static dev.gangway.domain.portfolio.CostBasisMethod.FIFO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.ledger.TransactionKind;
import org.junit.jupiter.api.Test;

/** What each kind of entry does to holdings and gains. */
class CostBasisTest {
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
    void whatNobodyUnderstandsCountsInNothing() {
        assertThat(new History()
                        .trade("2024-01-01", "1 BTC", "100 USD")
                        .add(TransactionKind.UNCLASSIFIED, "2024-01-02", "7 BTC", "1 ETH", "1 USD")
                        .by(AVERAGE)
                        .held())
                .containsExactly("1 BTC at 100 USD");
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
