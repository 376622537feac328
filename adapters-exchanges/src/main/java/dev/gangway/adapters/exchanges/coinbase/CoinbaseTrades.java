package dev.gangway.adapters.exchanges.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.record.Meaning;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the records of trades say. */
final class CoinbaseTrades {
    /** Where a size in the quote currency has to be divided by a price. */
    private static final MathContext DIVISION = new MathContext(30);

    private static final Map<String, String> OTHERWISE = Map.of(
            // staked ether, one for one
            "ETH2", "ETH",
            "CGLD", "CELO");

    private CoinbaseTrades() {}

    /** The code as everybody writes it. */
    static String asset(String theirs) {
        String code = Fields.asset(theirs);
        return OTHERWISE.getOrDefault(code, code);
    }

    /**
     * A product's two assets, such as {@code BTC} and {@code USD}.
     *
     * @throws InvalidValue if it is not one asset for another: a future or a perpetual
     */
    static List<String> product(JsonNode record) {
        String[] assets = Fields.text(record, "product_id").split("-", -1);
        if (assets.length != 2 || assets[0].isEmpty() || assets[1].isEmpty()) {
            throw Fields.notUnderstood("product_id");
        }
        return List.of(asset(assets[0]), asset(assets[1]));
    }

    /** A fill of the newer API. */
    static Meaning fill(JsonNode fill) {
        if (!Fields.text(fill, "trade_type").equals("FILL")) {
            // a correction of another one
            throw Fields.notUnderstood("trade_type");
        }
        List<String> assets = product(fill);
        BigDecimal price = bounded(fill, "price");
        BigDecimal size = bounded(fill, "size");
        boolean inQuote = fill.path("size_in_quote").asBoolean(false);
        if (inQuote && price.signum() <= 0) {
            throw Fields.notUnderstood("price");
        }
        Amount base = Fields.amount(assets.get(0), inQuote ? size.divide(price, DIVISION) : size);
        Amount quote = Fields.amount(assets.get(1), inQuote ? size : size.multiply(price));
        return trade(Fields.text(fill, "side"), base, quote, bounded(fill, "commission"));
    }

    /** A fill as the wallet of its base asset tells it. */
    static Meaning walletFill(JsonNode transaction) {
        JsonNode fill = transaction.path("advanced_trade_fill");
        List<String> assets = product(fill);
        Amount base = money(transaction, "amount");
        if (!base.asset().value().equals(assets.get(0))) {
            throw Fields.notUnderstood("amount");
        }
        Amount quote = Fields.amount(assets.get(1), base.quantity().multiply(bounded(fill, "fill_price")));
        return trade(isNegative(transaction) ? "SELL" : "BUY", base, quote, bounded(fill, "commission"));
    }

    private static Meaning trade(String side, Amount base, Amount quote, BigDecimal commission) {
        Amount fee = new Amount(quote.asset(), commission);
        return switch (side) {
            case "BUY" -> Meaning.trade(base, quote, fee);
            case "SELL" -> Meaning.trade(quote, base, fee);
            default -> throw Fields.notUnderstood("side");
        };
    }

    /** A conversion, buy or sell of which there are one or two transactions. */
    static Meaning joined(List<JsonNode> legs) {
        JsonNode first = legs.getFirst();
        if (legs.size() == 1) {
            return alone(first, first.path(Fields.text(first, "type")));
        }
        if (legs.size() != 2 || isNegative(first) == isNegative(legs.get(1))) {
            throw Fields.notUnderstood("transactions");
        }
        List<JsonNode> sides = new ArrayList<>(isNegative(first) ? List.of(legs.get(1), first) : legs);
        Amount received = money(sides.get(0), "amount");
        Amount sent = money(sides.get(1), "amount");
        if (received.asset().equals(sent.asset())) {
            throw Fields.notUnderstood("transactions");
        }
        Amount fee = fee(legs);
        if (fee == null) {
            return Meaning.trade(received, sent, null);
        }
        // what the wallets gained and lost has the fee in it already
        if (fee.asset().equals(sent.asset())) {
            return Meaning.trade(received, plus(sent, fee.quantity().negate()), fee);
        }
        return fee.asset().equals(received.asset())
                ? Meaning.trade(plus(received, fee.quantity()), sent, fee)
                : Meaning.trade(received, sent, null);
    }

    /** Whether a transaction alone tells of both sides: it was paid for with, or paid out to, what is no wallet. */
    static boolean namesBothSides(JsonNode transaction) {
        try {
            alone(transaction, transaction.path(transaction.path("type").asText("")));
            return true;
        } catch (InvalidValue notUnderstood) {
            return false;
        }
    }

    private static Meaning alone(JsonNode leg, JsonNode order) {
        Amount coins = money(leg, "amount");
        Amount money = money(order, "subtotal");
        Amount fee = order.hasNonNull("fee") ? money(order, "fee") : null;
        if (coins.asset().equals(money.asset())) {
            throw Fields.notUnderstood("subtotal");
        }
        return switch (Fields.text(leg, "type")) {
            case "buy" -> Meaning.trade(coins, money, fee);
            case "sell" -> Meaning.trade(money, coins, fee);
            default -> throw Fields.notUnderstood("type");
        };
    }

    private static @Nullable Amount fee(List<JsonNode> legs) {
        for (JsonNode leg : legs) {
            JsonNode order = leg.path(Fields.text(leg, "type"));
            if (order.hasNonNull("fee")) {
                Amount fee = money(order, "fee");
                return fee.quantity().signum() == 0 ? null : fee;
            }
        }
        return null;
    }

    /** An amount of money without its sign. */
    static Amount money(JsonNode record, String member) {
        JsonNode money = record.path(member);
        return Fields.amount(
                asset(Fields.text(money, "currency")),
                Fields.number(money, "amount").abs());
    }

    static boolean isNegative(JsonNode transaction) {
        return Fields.number(transaction.path("amount"), "amount").signum() < 0;
    }

    static Amount plus(Amount amount, BigDecimal more) {
        return new Amount(amount.asset(), amount.quantity().add(more));
    }

    /** A number that can be calculated with: {@code 1e400} times anything would be written out. */
    private static BigDecimal bounded(JsonNode record, String member) {
        return Fields.amount("ANY", Fields.numberOrZero(record, member)).quantity();
    }
}
