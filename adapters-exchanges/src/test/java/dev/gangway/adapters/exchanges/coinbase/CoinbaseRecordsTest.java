package dev.gangway.adapters.exchanges.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoinbaseRecordsTest {
    @ParameterizedTest
    @CsvSource({
        "send, 1.5, DEPOSIT, BTC 1.5, ''",
        "send, -1.5, WITHDRAWAL, '', BTC 1.5",
        "receive, 1.5, DEPOSIT, BTC 1.5, ''",
        "fiat_deposit, 1.5, DEPOSIT, BTC 1.5, ''",
        "fiat_withdrawal, -1.5, WITHDRAWAL, '', BTC 1.5",
        "unsupported_asset_recovery, 1.5, DEPOSIT, BTC 1.5, ''",
        "transfer, 1.5, TRANSFER, BTC 1.5, ''",
        "transfer, -1.5, TRANSFER, '', BTC 1.5",
        "exchange_deposit, -1.5, TRANSFER, '', BTC 1.5",
        "exchange_withdrawal, 1.5, TRANSFER, BTC 1.5, ''",
        "pro_deposit, -1.5, TRANSFER, '', BTC 1.5",
        "pro_withdrawal, 1.5, TRANSFER, BTC 1.5, ''",
        "intx_deposit, -1.5, TRANSFER, '', BTC 1.5",
        "intx_withdrawal, 1.5, TRANSFER, BTC 1.5, ''",
        "vault_withdrawal, -1.5, TRANSFER, '', BTC 1.5",
        "staking_transfer, -1.5, TRANSFER, '', BTC 1.5",
        "unstaking_transfer, 1.5, TRANSFER, BTC 1.5, ''",
        "staking_reward, 1.5, REWARD, BTC 1.5, ''",
        "inflation_reward, 1.5, REWARD, BTC 1.5, ''",
        "interest, 1.5, REWARD, BTC 1.5, ''",
        "earn_payout, 1.5, REWARD, BTC 1.5, ''",
        "incentives_rewards_payout, 1.5, REWARD, BTC 1.5, ''",
        "subscription_rebate, 1.5, REWARD, BTC 1.5, ''",
        "interest, -1.5, UNCLASSIFIED, '', ''",
        "request, 1.5, UNCLASSIFIED, '', ''",
        "tx, 1.5, UNCLASSIFIED, '', ''",
        "clawback, -1.5, UNCLASSIFIED, '', ''",
        "wrap_asset, -1.5, UNCLASSIFIED, '', ''",
        "unwrap_asset, 1.5, UNCLASSIFIED, '', ''",
        "retail_simple_dust, -1.5, UNCLASSIFIED, '', ''",
        "derivatives_settlement, 1.5, UNCLASSIFIED, '', ''",
        "fcm_futures_usdc_sell, -1.5, UNCLASSIFIED, '', ''",
        "trade, 1.5, UNCLASSIFIED, '', ''",
        "something_new, 1.5, UNCLASSIFIED, '', ''",
        "send, 0, UNCLASSIFIED, '', ''",
        "send, 1e400, UNCLASSIFIED, '', ''",
        "send, much, UNCLASSIFIED, '', ''"
    })
    void whatATransactionBecomes(String type, String amount, TransactionKind kind, String received, String sent) {
        LedgerTransaction read = read(transaction("T1", type, amount, "BTC", ""));

        assertThat(read.externalId()).isEqualTo("T1");
        assertThat(read.occurredAt()).isEqualTo(Instant.parse("2024-12-06T10:27:56Z"));
        legs(read, kind, received, sent, "");
    }

    @Test
    void aSubscriptionIsAFee() {
        legs(read(transaction("T1", "subscription", "-29.99", "USD", "")), TransactionKind.FEE, "", "", "USD 29.99");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'transaction_fee':{'amount':'0.1','currency':'BTC'}; BTC 1.4; BTC 0.1",
                "'transaction_fee':{'amount':'0.1','currency':'BTC'},'transaction_amount':{'amount':'1.4','currency':'BTC'}; BTC 1.4; BTC 0.1",
                "'transaction_fee':{'amount':'0.1','currency':'BTC'},'transaction_amount':{'amount':'1.5','currency':'BTC'}; BTC 1.5; BTC 0.1",
                "'transaction_fee':{'amount':'0.01','currency':'ETH'}; BTC 1.5; ETH 0.01",
                "'status':'off_blockchain'; BTC 1.5; ''"
            })
    void theNetworksFeeIsPartOfWhatTheWalletLost(String network, String sent, String fee) {
        legs(
                read(transaction("T1", "send", "-1.5", "BTC", ",'network':{" + network + "}")),
                TransactionKind.WITHDRAWAL,
                "",
                sent,
                fee);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "failed", "canceled", "expired", "waiting_for_signature", "new"})
    void whatIsNotFinishedIsNotUnderstood(String status) {
        assertThat(read(transaction("T1", "send", "1", "BTC", "").replace("completed", status))
                        .kind())
                .isEqualTo(TransactionKind.UNCLASSIFIED);
    }

    @ParameterizedTest
    @CsvSource({"ETH2, ETH", "CGLD, CELO", "usdc, USDC", "BTC, BTC"})
    void assetsGetTheNamesThatEverybodyGivesThem(String theirs, String ours) {
        legs(read(transaction("T1", "send", "1", theirs, "")), TransactionKind.DEPOSIT, ours + " 1", "", "");
    }

    @ParameterizedTest
    @CsvSource({
        "BUY, 0.001, false, BTC 0.001, USD 45.12345, USD 1.25",
        "SELL, 0.001, false, USD 45.12345, BTC 0.001, USD 1.25",
        "BUY, 90246.90, true, BTC 2, USD 90246.9, USD 1.25"
    })
    void aFillIsATrade(String side, String size, boolean inQuote, String received, String sent, String fee) {
        LedgerTransaction read = read(fill("FILL", "BTC-USD", side, size, inQuote));

        assertThat(read.externalId()).isEqualTo("22222-entry");
        assertThat(read.occurredAt()).isEqualTo(Instant.parse("2021-05-31T09:59:59Z"));
        legs(read, TransactionKind.TRADE, received, sent, fee);
    }

    @ParameterizedTest
    @CsvSource({
        "REVERSAL, BTC-USD, BUY, 1",
        "CORRECTION, BTC-USD, BUY, 1",
        "FILL, BTC-PERP-INTX, BUY, 1",
        "FILL, BIT-28JUL23-CDE, BUY, 1",
        "FILL, BTCUSD, BUY, 1",
        "FILL, BTC-USD, UNKNOWN, 1",
        "FILL, BTC-USD, BUY, 1e400",
        "FILL, BTC-USD, BUY, -1"
    })
    void anyOtherFillIsKept(String type, String product, String side, String size) {
        LedgerTransaction read = read(fill(type, product, side, size, false));

        assertThat(read.kind()).isEqualTo(TransactionKind.UNCLASSIFIED);
        assertThat(read.externalId()).isEqualTo("22222-entry");
    }

    @Test
    void aConversionHasItsFeeInWhatTheWalletLost() {
        String order = ",'trade':{'id':'TR','fee':{'amount':'0.109974','currency':'USDC'}}";
        LedgerTransaction read = joined(
                transaction("A", "trade", "0.00266121", "ETH", order),
                transaction("B", "trade", "-10.571942", "USDC", order));

        assertThat(read.externalId()).isEqualTo("TR");
        legs(read, TransactionKind.TRADE, "ETH 0.00266121", "USDC 10.461968", "USDC 0.109974");
    }

    @Test
    void orInWhatItGained() {
        String order = ",'sell':{'id':'SE','fee':{'amount':'1.5','currency':'EUR'}}";
        legs(
                joined(
                        transaction("A", "sell", "-0.01", "BTC", order),
                        transaction("B", "sell", "298.5", "EUR", order)),
                TransactionKind.TRADE,
                "EUR 300",
                "BTC 0.01",
                "EUR 1.5");
    }

    @Test
    void orNoneOfItsOwn() {
        String order = ",'trade':{'id':'TR'}";
        legs(
                joined(
                        transaction("A", "trade", "-6000", "1INCH", order),
                        transaction("B", "trade", "0.01694165", "BTC", order)),
                TransactionKind.TRADE,
                "BTC 0.01694165",
                "1INCH 6000",
                "");
    }

    @Test
    void aBuyThatWasPaidByCardNamesWhatItCost() {
        LedgerTransaction read = joined(transaction(
                "A",
                "buy",
                "0.001",
                "BTC",
                ",'buy':{'id':'BU','fee':{'amount':'1.99','currency':'EUR'},'subtotal':{'amount':'48.01',"
                        + "'currency':'EUR'},'total':{'amount':'50.00','currency':'EUR'}}"));

        assertThat(read.externalId()).isEqualTo("BU");
        legs(read, TransactionKind.TRADE, "BTC 0.001", "EUR 48.01", "EUR 1.99");
    }

    @Test
    void aSideThatStaysAloneIsKeptUnderItsOwnId() {
        LedgerTransaction read = joined(transaction("A", "trade", "0.001", "BTC", ",'trade':{'id':'TR'}"));

        assertThat(read.kind()).isEqualTo(TransactionKind.UNCLASSIFIED);
        assertThat(read.externalId()).isEqualTo("A");
    }

    @Test
    void sidesThatDoNotMakeATradeAreKept() {
        String order = ",'trade':{'id':'TR'}";
        assertThat(joined(transaction("A", "trade", "1", "ETH", order), transaction("B", "trade", "1", "BTC", order))
                        .kind())
                .isEqualTo(TransactionKind.UNCLASSIFIED);
        assertThat(joined(
                                transaction("A", "trade", "1e400", "ETH", order),
                                transaction("B", "trade", "-1", "BTC", order))
                        .kind())
                .isEqualTo(TransactionKind.UNCLASSIFIED);
    }

    private static String transaction(String id, String type, String amount, String currency, String more) {
        return "{'id':'" + id + "','type':'" + type + "','status':'completed','amount':{'amount':'" + amount
                + "','currency':'" + currency + "'},'native_amount':{'amount':'9.70','currency':'EUR'},"
                + "'created_at':'2024-12-06T03:27:56-07:00'" + more + "}";
    }

    private static String fill(String type, String product, String side, String size, boolean inQuote) {
        return "{'entry_id':'22222-entry','trade_id':'1111','order_id':'0000','trade_time':'2021-05-31T09:59:59.000Z',"
                + "'trade_type':'" + type + "','price':'45123.45','size':'" + size + "','commission':'1.25',"
                + "'product_id':'" + product + "','size_in_quote':" + inQuote + ",'side':'" + side + "'}";
    }

    private static LedgerTransaction joined(String... transactions) {
        return read("{'transactions':[" + String.join(",", transactions) + "]}");
    }

    private static LedgerTransaction read(String record) {
        return Objects.requireNonNull(CoinbaseRecords.MAPPING.readAgain(record.replace('\'', '"')));
    }

    private static void legs(LedgerTransaction read, TransactionKind kind, String received, String sent, String fee) {
        assertThat(read.kind()).isEqualTo(kind);
        assertThat(read.received()).isEqualTo(StubbedExchange.amount(received));
        assertThat(read.sent()).isEqualTo(StubbedExchange.amount(sent));
        assertThat(read.fee()).isEqualTo(StubbedExchange.amount(fee));
    }
}
