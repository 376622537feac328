package dev.gangway.adapters.exchanges.okx;

import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.domain.ledger.TransactionKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** An account's history in OKX's own shapes, beside what each record has to become. */
final class OkxHistory {
    /** The bill of the first fill. */
    static final long FIRST_FILL = 623_950_854_533_510_000L;

    private static final Instant FIRST = Instant.parse("2026-09-01T08:00:00.123Z");
    private static final Instant OLD = Instant.parse("2023-03-01T00:00:00Z");
    private final OkxStub stub;

    OkxHistory(OkxStub stub) {
        this.stub = stub;
    }

    void begin() {
        for (int n = 0; n < 230; n++) {
            trade(n, FIRST.plus(Duration.ofHours(n)));
        }
        bills();
        moves();
        funding();
    }

    void grow() {
        trade(900, StubbedExchange.NOW.minus(Duration.ofHours(3)));
        Instant time = StubbedExchange.NOW.minus(Duration.ofHours(2));
        deposit("900", time, "2", "SOL", "2.5");
        stub.expect("deposit-900", TransactionKind.DEPOSIT, time, "SOL 2.5", "", "");
        fundingBill(900, time.plusSeconds(30), "1", "SOL", "2.5");
    }

    /** A fill and its two bills. */
    private void trade(int n, Instant time) {
        boolean buy = n % 2 == 0;
        String id = Long.toString(586760148L + n);
        long bill = FIRST_FILL + 10L * n;
        fill(bill, time, buy ? "buy" : "sell", id, buy ? "-0.0000001" : "-0.0027", buy ? "BTC" : "USDT");
        bill(
                bill,
                time.plusMillis(1),
                "2",
                "SPOT",
                "BTC",
                buy ? "0.0000999" : "-0.0001",
                buy ? "-0.0000001" : "0",
                id,
                "0");
        bill(
                bill + 1,
                time.plusMillis(1),
                "2",
                "SPOT",
                "USDT",
                buy ? "-2.71059" : "2.70789",
                buy ? "0" : "-0.0027",
                id,
                "0");
        stub.expect(
                "trade-BTC-USDT-623950854525124608-" + id,
                TransactionKind.TRADE,
                time,
                buy ? "BTC 0.0001" : "USDT 2.71059",
                buy ? "USDT 2.71059" : "BTC 0.0001",
                buy ? "BTC 0.0000001" : "USDT 0.0027");
    }

    void fill(long bill, Instant time, String side, String tradeId, String fee, String feeCcy) {
        stub.keep(
                OkxStub.FILLS,
                time,
                bill,
                "SPOT",
                "",
                "{\"side\":\"" + side + "\",\"fillSz\":\"0.0001\",\"fillPx\":\"27105.9\",\"fillPnl\":\"0\","
                        + "\"fee\":\"" + fee + "\",\"ordId\":\"623950854525124608\",\"instType\":\"SPOT\","
                        + "\"instId\":\"BTC-USDT\",\"clOrdId\":\"\",\"posSide\":\"net\",\"billId\":\"" + bill
                        + "\",\"execType\":\"T\",\"tradeId\":\"" + tradeId + "\",\"feeCcy\":\"" + feeCcy
                        + "\",\"ts\":\"" + time.toEpochMilli() + "\"}");
    }

    void bill(
            long id,
            Instant time,
            String type,
            String instType,
            String ccy,
            String change,
            String fee,
            String tradeId,
            String pnl) {
        stub.keep(
                OkxStub.BILLS,
                time,
                id,
                instType,
                ccy,
                "{\"bal\":\"8694.2179403378290202\",\"balChg\":\"" + change + "\",\"billId\":\"" + id + "\",\"ccy\":\""
                        + ccy + "\",\"fee\":\"" + fee + "\",\"instId\":\"BTC-USDT\",\"instType\":\"" + instType
                        + "\",\"ordId\":\"623950854525124608\",\"pnl\":\"" + pnl + "\",\"subType\":\"1\",\"tradeId\":\""
                        + tradeId + "\",\"ts\":\"" + time.toEpochMilli() + "\",\"type\":\"" + type + "\"}");
    }

    private void bills() {
        Instant time = FIRST.plus(Duration.ofDays(20));
        long id = 700_000_000_000_000_000L;
        // a trade that no fill tells, and half of one
        bill(id, time, "2", "SPOT", "ETH", "0.999", "-0.001", "77", "0");
        bill(id + 1, time, "2", "SPOT", "USDT", "-2000", "0", "77", "0");
        stub.expect(
                "trade-BTC-USDT-623950854525124608-77", TransactionKind.TRADE, time, "ETH 1", "USDT 2000", "ETH 0.001");
        bill(id + 2, time, "2", "MARGIN", "USDT", "-5", "0", "78", "0");
        stub.expect("trade-BTC-USDT-623950854525124608-78", TransactionKind.UNCLASSIFIED, time, "", "", "");
        bill(id + 3, time, "2", "SWAP", "USDT", "-0.5", "-0.5", "79", "0");
        expectBill(id + 3, TransactionKind.FEE, time, "", "", "USDT 0.5");
        bill(id + 4, time, "2", "SWAP", "USDT", "17", "-0.5", "80", "17.5");
        expectBill(id + 4, TransactionKind.UNCLASSIFIED, time, "", "", "");
        bill(id + 5, time, "8", "SWAP", "USDT", "-0.1", "0", "", "-0.1");
        expectBill(id + 5, TransactionKind.FEE, time, "", "", "USDT 0.1");
        bill(id + 6, time, "8", "SWAP", "USDT", "0.2", "0", "", "0.2");
        expectBill(id + 6, TransactionKind.REWARD, time, "USDT 0.2", "", "");
        bill(id + 7, time, "1", "", "USDT", "100", "0", "", "0");
        expectBill(id + 7, TransactionKind.TRANSFER, time, "USDT 100", "", "");
        bill(id + 8, time, "5", "SWAP", "USDT", "-100", "0", "", "-100");
        expectBill(id + 8, TransactionKind.UNCLASSIFIED, time, "", "", "");
    }

    private void expectBill(long id, TransactionKind kind, Instant time, String received, String sent, String fee) {
        stub.expect("account_bill-" + id, kind, time, received, sent, fee);
    }

    private void moves() {
        for (int n = 0; n < 250; n++) {
            // some at the same time, so that a page ends among them
            Instant time = OLD.plus(Duration.ofMinutes(n / 7));
            deposit(Integer.toString(n), time, "2", "USDT", "1");
            stub.expect("deposit-" + n, TransactionKind.DEPOSIT, time, "USDT 1", "", "");
        }
        deposit("frozen", OLD, "12", "USDT", "1");
        stub.expect("deposit-frozen", TransactionKind.UNCLASSIFIED, OLD, "", "", "");
        withdrawal("15447421", OLD, "2");
        stub.expect("withdrawal-15447421", TransactionKind.WITHDRAWAL, OLD, "", "ETH 0.029809", "ETH 0.007");
        withdrawal("15447422", OLD, "-2");
        stub.expect("withdrawal-15447422", TransactionKind.UNCLASSIFIED, OLD, "", "", "");
        stub.keep(
                OkxStub.CONVERSIONS,
                OLD,
                0,
                "",
                "",
                "{\"instId\":\"ETH-USDT\",\"side\":\"buy\",\"fillPx\":\"2932.401044\",\"baseCcy\":\"ETH\","
                        + "\"quoteCcy\":\"USDT\",\"fillBaseSz\":\"0.01023052\",\"state\":\"fullyFilled\","
                        + "\"tradeId\":\"trader16461885203381437\",\"fillQuoteSz\":\"30\",\"ts\":\""
                        + OLD.toEpochMilli()
                        + "\",\"clTReqId\":\"\"}");
        stub.expect("conversion-trader16461885203381437", TransactionKind.TRADE, OLD, "ETH 0.01023052", "USDT 30", "");
    }

    void deposit(String id, Instant time, String state, String ccy, String amount) {
        stub.keep(
                OkxStub.DEPOSITS,
                time,
                0,
                "",
                ccy,
                "{\"actualDepBlkConfirm\":\"2\",\"amt\":\"" + amount + "\",\"areaCodeFrom\":\"\",\"ccy\":\"" + ccy
                        + "\",\"chain\":\"USDT-TRC20\",\"depId\":\"" + id + "\",\"from\":\"\",\"fromWdId\":\"\","
                        + "\"state\":\"" + state + "\",\"to\":\"TN4h\",\"ts\":\"" + time.toEpochMilli()
                        + "\",\"txId\":\"fee235\"}");
    }

    void withdrawal(String id, Instant time, String state) {
        stub.keep(
                OkxStub.WITHDRAWALS,
                time,
                0,
                "",
                "ETH",
                "{\"note\":\"\",\"chain\":\"ETH-Ethereum\",\"fee\":\"0.007\",\"feeCcy\":\"ETH\",\"ccy\":\"ETH\","
                        + "\"amt\":\"0.029809\",\"txId\":\"0x35c\",\"to\":\"0xa30d\",\"state\":\"" + state
                        + "\",\"ts\":\"" + time.toEpochMilli() + "\",\"wdId\":\"" + id + "\"}");
    }

    private void funding() {
        // what deposits, withdrawals and conversions tell already
        fundingBill(1, OLD.plusSeconds(600), "1", "USDT", "1");
        fundingBill(2, OLD.plusSeconds(10), "2", "ETH", "-0.036809");
        fundingBill(3, OLD.plusSeconds(1), "272", "ETH", "0.01023052");
        // and what nothing else tells
        alone(4, "1", "EUR", "500", TransactionKind.DEPOSIT, "EUR 500", "");
        alone(5, "83", "ETH", "0.0001", TransactionKind.REWARD, "ETH 0.0001", "");
        alone(6, "130", "BTC", "0.1", TransactionKind.TRANSFER, "BTC 0.1", "");
        alone(7, "75", "USDT", "-10", TransactionKind.TRANSFER, "", "USDT 10");
        alone(8, "176", "USDT", "10", TransactionKind.UNCLASSIFIED, "", "");
    }

    private void alone(
            long id, String type, String ccy, String change, TransactionKind kind, String received, String sent) {
        Instant time = OLD.plus(Duration.ofDays(id));
        fundingBill(id, time, type, ccy, change);
        stub.expect("funding_bill-" + id, kind, time, received, sent, "");
    }

    void fundingBill(long id, Instant time, String type, String ccy, String change) {
        stub.keep(
                OkxStub.FUNDING,
                time,
                id,
                "",
                ccy,
                "{\"billId\":\"" + id + "\",\"ccy\":\"" + ccy + "\",\"clientId\":\"\",\"balChg\":\"" + change
                        + "\",\"bal\":\"" + new BigDecimal(change).abs() + "\",\"type\":\"" + type + "\",\"ts\":\""
                        + time.toEpochMilli() + "\",\"notes\":\"\"}");
    }
}
