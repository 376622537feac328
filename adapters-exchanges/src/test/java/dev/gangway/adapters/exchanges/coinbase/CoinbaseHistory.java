package dev.gangway.adapters.exchanges.coinbase;

import dev.gangway.domain.ledger.TransactionKind;
import java.time.Duration;
import java.time.Instant;

/** An account's history in Coinbase's own shapes, beside what each record has to become. */
final class CoinbaseHistory {
    static final Instant FIRST = Instant.parse("2024-03-01T09:15:27Z");

    private final CoinbaseStub stub;

    CoinbaseHistory(CoinbaseStub stub) {
        this.stub = stub;
    }

    /** One event of each kind in turn, beside what it has to become. */
    void add(int n) {
        Instant time = FIRST.plus(Duration.ofHours(n));
        String id = "%05d-tx".formatted(n);
        switch (n % 8) {
            case 0 -> {
                stub.wallet("EUR", id, "fiat_deposit", time, "250.00", "");
                stub.expect(id, TransactionKind.DEPOSIT, time, "EUR 250", "", "");
            }
            case 1 -> {
                String entry = "%05d-entry".formatted(n);
                stub.fill(entry, time, "BTC-USD", "SELL", "45123.45", "0.005", "1.14");
                String detail = ",\"advanced_trade_fill\":{\"fill_price\":\"45123.45\",\"product_id\":\"BTC-USD\","
                        + "\"order_id\":\"o" + n + "\",\"commission\":\"1.14\",\"order_side\":\"sell\"}";
                stub.wallet("BTC", id + "b", "advanced_trade_fill", time, "-0.005", detail);
                stub.wallet("USD", id + "q", "advanced_trade_fill", time, "225.61725", detail);
                stub.expect(entry, TransactionKind.TRADE, time, "USD 225.61725", "BTC 0.005", "USD 1.14");
            }
            case 2 -> {
                stub.wallet(
                        "BTC",
                        id,
                        "send",
                        time,
                        "-0.01012000",
                        ",\"network\":{\"status\":\"confirmed\",\"hash\":\"ab\","
                                + "\"transaction_fee\":{\"amount\":\"0.00012000\",\"currency\":\"BTC\"}},"
                                + "\"to\":{\"resource\":\"address\"}");
                stub.expect(id, TransactionKind.WITHDRAWAL, time, "", "BTC 0.01", "BTC 0.00012");
            }
            case 3 -> {
                stub.wallet("ETH", id, "staking_reward", time, "0.00004563", "");
                stub.expect(id, TransactionKind.REWARD, time, "ETH 0.00004563", "", "");
            }
            case 4 -> {
                String trade = "%05d-trade".formatted(n);
                String detail = ",\"trade\":{\"id\":\"" + trade
                        + "\",\"fee\":{\"amount\":\"0.109974\",\"currency\":\"USDC\"},\"payment_method_name\":\"USDC\"}";
                stub.wallet("USDC", id + "a", "trade", time, "-10.571942", detail);
                stub.wallet("ETH", id + "b", "trade", time.plusSeconds(1), "0.00266121", detail);
                stub.expect(trade, TransactionKind.TRADE, time, "ETH 0.00266121", "USDC 10.461968", "USDC 0.109974");
            }
            case 5 -> {
                String buy = "%05d-buy".formatted(n);
                stub.wallet(
                        "BTC",
                        id,
                        "buy",
                        time,
                        "0.00100000",
                        ",\"buy\":{\"id\":\"" + buy + "\",\"fee\":{\"amount\":\"1.99\",\"currency\":\"EUR\"},"
                                + "\"subtotal\":{\"amount\":\"48.01\",\"currency\":\"EUR\"},"
                                + "\"total\":{\"amount\":\"50.00\",\"currency\":\"EUR\"}}");
                stub.expect(buy, TransactionKind.TRADE, time, "BTC 0.001", "EUR 48.01", "EUR 1.99");
            }
            case 6 -> {
                stub.wallet("USD", id, "clawback", time, "-5.00", "");
                stub.expect(id, TransactionKind.UNCLASSIFIED, time, "", "", "");
            }
            default -> {
                stub.wallet("ETH", id, "staking_transfer", time, "-0.50000000", "");
                stub.expect(id, TransactionKind.TRANSFER, time, "", "ETH 0.5", "");
            }
        }
    }
}
