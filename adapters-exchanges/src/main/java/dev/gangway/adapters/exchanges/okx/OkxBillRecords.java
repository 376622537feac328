package dev.gangway.adapters.exchanges.okx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.record.Meaning;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What bills mean: each is one change of one balance. */
final class OkxBillRecords {
    /** Into and out of earning, and between the accounts of one user and of his or her sub-accounts. */
    private static final Set<String> FUNDING_TRANSFERS = Set.of(
            "20", "21", "22", "23", "75", "76", "80", "82", "130", "131", "284", "285", "286", "287", "288", "289",
            "339", "340", "341", "342", "348", "349", "361", "476", "477");

    /** Airdrops, giveaways, rebates, yields, interest, commissions and referrals. */
    private static final Set<String> FUNDING_REWARDS = Set.of(
            "28", "48", "49", "68", "83", "89", "139", "150", "151", "152", "172", "173", "185", "189", "223", "229",
            "232", "233", "263", "265", "266", "271", "299", "300", "308", "328", "333", "343", "344", "350", "354",
            "400", "408");

    private OkxBillRecords() {}

    /**
     * A change of one balance, without its sign.
     *
     * @param incoming whether it grew
     */
    private record Change(boolean incoming, Amount amount) {
        static Change of(JsonNode bill) {
            BigDecimal change = Fields.number(bill, "balChg");
            if (change.signum() == 0) {
                throw Fields.notUnderstood("balChg");
            }
            return new Change(change.signum() > 0, Fields.amount(asset(bill), change.abs()));
        }

        Meaning transfer() {
            return incoming ? Meaning.transferIn(amount) : Meaning.transferOut(amount);
        }

        Meaning reward() {
            if (!incoming) {
                throw Fields.notUnderstood("balChg");
            }
            return Meaning.reward(amount, null);
        }

        Meaning charge() {
            if (incoming) {
                throw Fields.notUnderstood("balChg");
            }
            return Meaning.charge(amount);
        }
    }

    /** A bill of the trading account that is of no trade of one asset for another. */
    static Meaning account(JsonNode bill) {
        Change change = Change.of(bill);
        return switch (Fields.name(bill, "type")) {
            case "1" -> change.transfer();
            // a derivative: a fee is one, a profit or a loss is neither a trade nor a reward
            case "2" -> {
                if (OkxRecords.tradeId(bill) != null
                        || Fields.numberOrZero(bill, "pnl").signum() != 0
                        || bill.path("instType").asText("").equals("OPTION")) {
                    throw Fields.notUnderstood("pnl");
                }
                yield change.charge();
            }
            case "7" -> change.charge();
            // funding of perpetual contracts, which is paid or received
            case "8" -> change.incoming() ? change.reward() : change.charge();
            case "381" -> change.reward();
            default -> throw Fields.notUnderstood("type");
        };
    }

    /** A bill of the funding account. */
    static Meaning funding(JsonNode bill) {
        Change change = Change.of(bill);
        String type = Fields.name(bill, "type");
        if (FUNDING_TRANSFERS.contains(type)) {
            return change.transfer();
        }
        if (FUNDING_REWARDS.contains(type)) {
            return change.reward();
        }
        return switch (type) {
            // what no deposit or withdrawal tells, such as fiat
            case "1" -> {
                if (!change.incoming()) {
                    throw Fields.notUnderstood("balChg");
                }
                yield Meaning.deposit(change.amount(), null);
            }
            case "2" -> {
                if (change.incoming()) {
                    throw Fields.notUnderstood("balChg");
                }
                yield Meaning.withdrawal(change.amount(), null);
            }
            case "84" -> change.charge();
            default -> throw Fields.notUnderstood("type");
        };
    }

    /** The two bills of a trade that no fill tells; each change is what a fee, if it has one, has left. */
    static Meaning trade(JsonNode bills) {
        if (bills.size() != 2) {
            throw Fields.notUnderstood("records");
        }
        boolean first = Change.of(bills.path(0)).incoming();
        JsonNode in = bills.path(first ? 0 : 1);
        JsonNode out = bills.path(first ? 1 : 0);
        if (Change.of(in).incoming() == Change.of(out).incoming()) {
            throw Fields.notUnderstood("balChg");
        }
        Amount feeIn = fee(in);
        Amount feeOut = fee(out);
        if (feeIn != null && feeOut != null) {
            throw Fields.notUnderstood("fee");
        }
        Amount received = Change.of(in).amount();
        Amount sent = Change.of(out).amount();
        return Meaning.trade(
                feeIn == null
                        ? received
                        : new Amount(received.asset(), received.quantity().add(feeIn.quantity())),
                feeOut == null ? sent : new Amount(sent.asset(), sent.quantity().subtract(feeOut.quantity())),
                feeIn == null ? feeOut : feeIn);
    }

    private static @Nullable Amount fee(JsonNode bill) {
        BigDecimal fee = Fields.numberOrZero(bill, "fee");
        // a rebate is part of the change already
        return fee.signum() < 0 ? Fields.amount(asset(bill), fee.abs()) : null;
    }

    private static String asset(JsonNode bill) {
        return new AssetCode(Fields.asset(Fields.text(bill, "ccy"))).value();
    }
}
