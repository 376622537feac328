package dev.gangway.adapters.exchanges.binance;

import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.domain.ledger.TransactionKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account's history in Binance's own shapes, beside what each record has to become. */
final class BinanceHistory {
    private static final Instant BEFORE = Instant.parse("2024-02-10T08:00:00.123Z");
    private final BinanceStub stub;

    BinanceHistory(BinanceStub stub) {
        this.stub = stub;
    }

    static String symbols(@Nullable String status) {
        String told = switch (status == null ? "" : status) {
            case "TRADING" ->
                symbol("BTCUSDT", "BTC", "USDT") + "," + symbol("BNBBTC", "BNB", "BTC") + ","
                        + symbol("ETHUSDT", "ETH", "USDT");
            case "HALT" -> symbol("币安人生USDT", "币安人生", "USDT");
            case "BREAK" -> symbol("LUNABUSD", "LUNA", "BUSD");
            default -> "";
        };
        return "{\"timezone\":\"UTC\",\"serverTime\":1,\"rateLimits\":[],\"symbols\":[" + told + "]}";
    }

    private static String symbol(String name, String base, String quote) {
        return "{\"symbol\":\"" + name + "\",\"status\":\"TRADING\",\"baseAsset\":\"" + base
                + "\",\"baseAssetPrecision\":8,\"quoteAsset\":\"" + quote + "\"}";
    }

    void begin() {
        for (int n = 0; n < 1050; n++) {
            trade(n, BEFORE.plus(Duration.ofHours(n)));
        }
        trade(
                "BNBBTC",
                28457,
                Instant.parse("2017-07-12T13:19:09.549Z"),
                true,
                "12.00000000",
                "48.000012",
                "10.1",
                "BNB");
        stub.expect(
                "trade-BNBBTC-28457",
                TransactionKind.TRADE,
                Instant.parse("2017-07-12T13:19:09.549Z"),
                "BNB 12",
                "BTC 48.000012",
                "BNB 10.1");
        trade("LUNABUSD", 7, Instant.parse("2022-05-09T10:00:00Z"), false, "100", "3000.5", "3.0005", "BUSD");
        stub.expect(
                "trade-LUNABUSD-7",
                TransactionKind.TRADE,
                Instant.parse("2022-05-09T10:00:00Z"),
                "BUSD 3000.5",
                "LUNA 100",
                "BUSD 3.0005");
        trade("币安人生USDT", 8, Instant.parse("2025-11-09T10:00:00Z"), true, "3", "1", "0", "BNB");
        stub.expect(
                "trade-%E5%B8%81%E5%AE%89%E4%BA%BA%E7%94%9FUSDT-8",
                TransactionKind.TRADE, Instant.parse("2025-11-09T10:00:00Z"), "币安人生 3", "USDT 1", "");
        deposits();
        others();
        fiat();
    }

    void grow() {
        trade(5000, StubbedExchange.NOW.minus(Duration.ofHours(3)));
        deposit("769800519366889999", StubbedExchange.NOW.minus(Duration.ofHours(2)), 1, "SOL", "2.5");
        stub.expect(
                "deposit-769800519366889999",
                TransactionKind.DEPOSIT,
                StubbedExchange.NOW.minus(Duration.ofHours(2)),
                "SOL 2.5",
                "",
                "");
    }

    private void trade(int n, Instant time) {
        boolean buy = n % 2 == 0;
        trade("BTCUSDT", 1 + n, time, buy, "0.00012000", "5.12", "0.00000012", "BTC");
        stub.expect(
                "trade-BTCUSDT-" + (1 + n),
                TransactionKind.TRADE,
                time,
                buy ? "BTC 0.00012" : "USDT 5.12",
                buy ? "USDT 5.12" : "BTC 0.00012",
                "BTC 0.00000012");
    }

    private void trade(
            String symbol,
            long id,
            Instant time,
            boolean buyer,
            String quantity,
            String quote,
            String fee,
            String feeAsset) {
        stub.keep(
                BinanceStub.TRADES + symbol,
                time,
                id,
                "{\"symbol\":\"" + symbol + "\",\"id\":" + id
                        + ",\"orderId\":100234,\"orderListId\":-1,\"price\":\"4.00000100\",\"qty\":\"" + quantity
                        + "\",\"quoteQty\":\"" + quote + "\",\"commission\":\"" + fee + "\",\"commissionAsset\":\""
                        + feeAsset
                        + "\",\"time\":" + time.toEpochMilli() + ",\"isBuyer\":" + buyer
                        + ",\"isMaker\":false,\"isBestMatch\":true}");
    }

    void deposit(String id, Instant time, int status, String coin, String amount) {
        stub.keep(
                BinanceStub.DEPOSITS,
                time,
                0,
                "{\"id\":\"" + id + "\",\"amount\":\"" + amount + "\",\"coin\":\""
                        + coin + "\",\"network\":\"" + coin + "\",\"status\":" + status
                        + ",\"address\":\"bnb136\",\"addressTag\":\"101764890\",\"txId\":\"98A3EA560C\",\"insertTime\":"
                        + time.toEpochMilli() + ",\"transferType\":0,\"confirmTimes\":\"1/1\",\"unlockConfirm\":12,"
                        + "\"walletType\":0}");
    }

    void withdrawal(String id, Instant time, int status) {
        String applied = time.toString().replace('T', ' ').replace("Z", "");
        stub.keep(
                BinanceStub.WITHDRAWALS,
                time,
                0,
                "{\"id\":\"" + id + "\",\"amount\":\"8.91000000\","
                        + "\"transactionFee\":\"0.004\",\"coin\":\"USDT\",\"status\":" + status
                        + ",\"address\":\"0x94df8b\",\"txId\":\"0xb5ef8c\",\"applyTime\":\"" + applied
                        + "\",\"network\":\"ETH\",\"transferType\":0,\"confirmNo\":3,\"walletType\":1}");
    }

    private void deposits() {
        Instant first = Instant.parse("2017-08-01T00:00:00Z");
        deposit("1", first, 1, "BTC", "0.5");
        stub.expect("deposit-1", TransactionKind.DEPOSIT, first, "BTC 0.5", "", "");
        // far behind windows in which nothing happened
        Instant later = Instant.parse("2023-01-01T00:00:00Z");
        deposit("2", later, 6, "BNB", "0.00999800");
        stub.expect("deposit-2", TransactionKind.DEPOSIT, later, "BNB 0.009998", "", "");
        deposit("3", later.plusSeconds(1), 2, "BNB", "1");
        stub.expect("deposit-3", TransactionKind.UNCLASSIFIED, later.plusSeconds(1), "", "", "");
        Instant sent = Instant.parse("2019-10-12T11:12:02Z");
        withdrawal("b6ae22b3aa844210a7041aee7589627c", sent, 6);
        stub.expect(
                "withdrawal-b6ae22b3aa844210a7041aee7589627c",
                TransactionKind.WITHDRAWAL,
                sent,
                "",
                "USDT 8.91",
                "USDT 0.004");
        withdrawal("c6ae22b3aa844210a7041aee7589627c", sent.plusSeconds(60), 1);
        stub.expect(
                "withdrawal-c6ae22b3aa844210a7041aee7589627c",
                TransactionKind.UNCLASSIFIED,
                sent.plusSeconds(60),
                "",
                "",
                "");
    }

    private void others() {
        Instant time = Instant.parse("2021-06-21T04:14:32.184Z");
        stub.keep(
                BinanceStub.DIVIDENDS,
                time,
                0,
                "{\"id\":1637366104,\"amount\":\"10.00000000\",\"asset\":\"BHFT\"," + "\"divTime\":"
                        + time.toEpochMilli() + ",\"enInfo\":\"BHFT distribution\",\"tranId\":2968885920}");
        stub.expect("distribution-1637366104", TransactionKind.REWARD, time, "BHFT 10", "", "");
        stub.keep(
                BinanceStub.DUST,
                time,
                0,
                "{\"operateTime\":" + time.toEpochMilli()
                        + ",\"totalTransferedAmount\":\"0.00132256\",\"totalServiceChargeAmount\":\"0.00002699\","
                        + "\"transId\":45178372831,\"userAssetDribbletDetails\":[" + dust(4359321, "USDT", time) + ","
                        + dust(4359321, "ETH", time) + "]}");
        for (String asset : new String[] {"USDT", "ETH"}) {
            stub.expect(
                    "dust-45178372831-4359321-" + asset,
                    TransactionKind.TRADE,
                    time,
                    "BNB 0.00045",
                    asset + " 0.0009",
                    "BNB 0.000009");
        }
        conversion(940708407462087195L, time, "SUCCESS");
        stub.expect("conversion-940708407462087195", TransactionKind.TRADE, time, "BNB 0.06154036", "USDT 20", "");
        Instant late = Instant.parse("2026-09-01T00:00:00Z");
        conversion(940708407462087196L, late, "FAIL");
        stub.expect("conversion-940708407462087196", TransactionKind.UNCLASSIFIED, late, "", "", "");
    }

    private static String dust(long id, String asset, Instant time) {
        return "{\"transId\":" + id + ",\"serviceChargeAmount\":\"0.000009\",\"amount\":\"0.0009\",\"operateTime\":"
                + time.toEpochMilli() + ",\"transferedAmount\":\"0.000441\",\"fromAsset\":\"" + asset + "\"}";
    }

    void conversion(long orderId, Instant time, String status) {
        stub.keep(
                BinanceStub.CONVERSIONS,
                time,
                0,
                "{\"quoteId\":\"f3b91c525b2644c7bc1e1cd31b6e1aa6\",\"orderId\":"
                        + orderId + ",\"orderStatus\":\"" + status + "\",\"fromAsset\":\"USDT\",\"fromAmount\":\"20\","
                        + "\"toAsset\":\"BNB\",\"toAmount\":\"0.06154036\",\"ratio\":\"0.00307702\","
                        + "\"inverseRatio\":\"324.99\",\"createTime\":" + time.toEpochMilli() + "}");
    }

    private void fiat() {
        Instant time = Instant.parse("2021-07-13T02:55:56Z");
        order(0, "7d76d611-0568-4f43-afb6-24cac7767365", time, "10.00", "9.90", "0.10", "Successful");
        stub.expect(
                "fiat_deposit-7d76d611-0568-4f43-afb6-24cac7767365",
                TransactionKind.DEPOSIT,
                time,
                "BRL 10",
                "",
                "BRL 0.1");
        order(0, "8d76d611-0568-4f43-afb6-24cac7767365", time, "10.00", "10.00", "0.00", "Expired");
        stub.expect(
                "fiat_deposit-8d76d611-0568-4f43-afb6-24cac7767365", TransactionKind.UNCLASSIFIED, time, "", "", "");
        order(1, "9d76d611-0568-4f43-afb6-24cac7767365", time, "10.00", "9.00", "1.00", "Finished");
        stub.expect(
                "fiat_withdrawal-9d76d611-0568-4f43-afb6-24cac7767365",
                TransactionKind.WITHDRAWAL,
                time,
                "",
                "BRL 9",
                "BRL 1");
        payment(0, "353fca443f06466db0c4dc89f94f027a", time, "20.0", "4.462");
        stub.expect(
                "fiat_buy-353fca443f06466db0c4dc89f94f027a",
                TransactionKind.TRADE,
                time,
                "LUNA 4.462",
                "EUR 19.8",
                "EUR 0.2");
        payment(1, "453fca443f06466db0c4dc89f94f027a", time, "4.462", "19.6");
        stub.expect(
                "fiat_sell-453fca443f06466db0c4dc89f94f027a",
                TransactionKind.TRADE,
                time,
                "EUR 19.8",
                "LUNA 4.462",
                "EUR 0.2");
    }

    void order(int type, String id, Instant time, String indicated, String amount, String fee, String status) {
        stub.keep(
                BinanceStub.FIAT_ORDERS + type,
                time,
                0,
                "{\"orderNo\":\"" + id
                        + "\",\"fiatCurrency\":\"BRL\",\"indicatedAmount\":\"" + indicated + "\",\"amount\":\"" + amount
                        + "\",\"totalFee\":\"" + fee + "\",\"method\":\"BankAccount\",\"status\":\"" + status
                        + "\",\"createTime\":" + time.toEpochMilli() + ",\"updateTime\":1626400907000}");
    }

    private void payment(int type, String id, Instant time, String source, String obtained) {
        stub.keep(
                BinanceStub.FIAT_PAYMENTS + type,
                time,
                0,
                "{\"orderNo\":\"" + id + "\",\"sourceAmount\":\""
                        + source + "\",\"fiatCurrency\":\"EUR\",\"obtainAmount\":\"" + obtained
                        + "\",\"cryptoCurrency\":\"LUNA\",\"totalFee\":\"0.2\",\"price\":\"4.437472\",\"status\":\"Completed\","
                        + "\"paymentMethod\":\"Credit Card\",\"createTime\":" + time.toEpochMilli()
                        + ",\"updateTime\":1624529919000}");
    }
}
