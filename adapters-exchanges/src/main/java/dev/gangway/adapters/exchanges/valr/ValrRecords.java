package dev.gangway.adapters.exchanges.valr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.record.Meaning;
import dev.gangway.adapters.exchanges.record.RecordMapping;
import dev.gangway.adapters.exchanges.record.RecordMeaning;
import dev.gangway.domain.ledger.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What VALR's records mean: what is debited went out, what is credited came in. */
final class ValrRecords implements RecordMeaning {
    static final RecordMapping MAPPING = new RecordMapping(new ValrRecords());

    private ValrRecords() {}

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String id(JsonNode record) {
        return Fields.text(record, "id");
    }

    @Override
    public Instant time(JsonNode record) {
        return Fields.isoTime(record, "eventAt");
    }

    @Override
    public Meaning of(JsonNode record) {
        return switch (Fields.text(record.path("transactionType"), "type")) {
            case "TRADE",
                    "LIMIT_BUY",
                    "LIMIT_SELL",
                    "MARKET_BUY",
                    "MARKET_SELL",
                    "SIMPLE_BUY",
                    "SIMPLE_SELL",
                    "AUTO_BUY",
                    "SIMPLE_SWAP_BUY",
                    "SIMPLE_SWAP_SELL" ->
                Meaning.trade(needed(record, "credit"), needed(record, "debit"), side(record, "fee"));
            case "BLOCKCHAIN_RECEIVE",
                    "FIAT_DEPOSIT",
                    "CREDIT_CARD_DEPOSIT",
                    "OFF_CHAIN_BLOCKCHAIN_DEPOSIT",
                    "PAYMENT_RECEIVED",
                    "PAYMENT_REVERSED",
                    "FIAT_WITHDRAWAL_REVERSAL" -> Meaning.deposit(only(record, "credit", "debit"), side(record, "fee"));
            case "BLOCKCHAIN_SEND", "FIAT_WITHDRAWAL", "OFF_CHAIN_BLOCKCHAIN_WITHDRAW", "PAYMENT_SENT" ->
                Meaning.withdrawal(only(record, "debit", "credit"), side(record, "fee"));
            case "MAKER_REWARD",
                    "REFERRAL_REBATE",
                    "REFERRAL_REWARD",
                    "PROMOTIONAL_REBATE",
                    "PAYMENT_REWARD",
                    "STAKING_REWARD",
                    "SPOT_LEND_INTEREST_PAYMENT" ->
                Meaning.reward(only(record, "credit", "debit"), side(record, "fee"));
            case "SPOT_BORROW_INTEREST_CHARGE" -> charge(record);
            case "INTERNAL_TRANSFER" -> transfer(record);
            default -> throw Fields.notUnderstood("transactionType");
        };
    }

    private static Meaning charge(JsonNode record) {
        if (side(record, "fee") != null) {
            // a fee on a charge: which of the two is it?
            throw Fields.notUnderstood("feeValue");
        }
        return Meaning.charge(only(record, "debit", "credit"));
    }

    private static Meaning transfer(JsonNode record) {
        if (side(record, "fee") != null) {
            throw Fields.notUnderstood("feeValue");
        }
        Amount in = side(record, "credit");
        return in != null && side(record, "debit") == null
                ? Meaning.transferIn(in)
                : Meaning.transferOut(only(record, "debit", "credit"));
    }

    private static Amount only(JsonNode record, String side, String notThat) {
        if (side(record, notThat) != null) {
            throw Fields.notUnderstood(notThat + "Value");
        }
        return needed(record, side);
    }

    private static Amount needed(JsonNode record, String side) {
        Amount amount = side(record, side);
        if (amount == null) {
            throw Fields.notUnderstood(side + "Value");
        }
        return amount;
    }

    /** Null where the record has none, or none of it. */
    private static @Nullable Amount side(JsonNode record, String side) {
        if (Fields.numberOrZero(record, side + "Value").signum() == 0) {
            return null;
        }
        return Fields.amount(asset(Fields.text(record, side + "Currency")), Fields.number(record, side + "Value"));
    }

    /** Records of the first years have the rand by its sign. */
    private static String asset(String code) {
        return code.equals("R") ? "ZAR" : Fields.asset(code);
    }
}
