package dev.gangway.adapters.exchanges.sixpence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.record.Meaning;
import dev.gangway.adapters.exchanges.record.RecordMapping;
import dev.gangway.adapters.exchanges.record.RecordMeaning;
import dev.gangway.domain.ledger.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What SixpenceX's records mean. */
final class SixpenceRecords implements RecordMeaning {
    static final RecordMapping MAPPING = new RecordMapping(new SixpenceRecords());

    private SixpenceRecords() {}

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
        return Fields.isoTime(record, "time");
    }

    @Override
    public Meaning of(JsonNode record) {
        return switch (Fields.text(record, "type")) {
            case "trade" -> trade(record);
            case "deposit" -> Meaning.deposit(amount(record, ""), fee(record));
            case "reward" -> Meaning.reward(amount(record, ""), fee(record));
            case "withdrawal" -> Meaning.withdrawal(amount(record, ""), fee(record));
            case "fee" -> charge(record);
            default -> throw Fields.notUnderstood("type");
        };
    }

    private static Meaning trade(JsonNode record) {
        Amount base = amount(record, "base_");
        Amount quote = amount(record, "quote_");
        return switch (Fields.text(record, "side")) {
            case "buy" -> Meaning.trade(base, quote, fee(record));
            case "sell" -> Meaning.trade(quote, base, fee(record));
            default -> throw Fields.notUnderstood("side");
        };
    }

    private static Meaning charge(JsonNode record) {
        Amount onTop = fee(record);
        if (onTop != null && onTop.quantity().signum() != 0) {
            // a fee on a fee: which of the two is the charge?
            throw Fields.notUnderstood("fee_amount");
        }
        return Meaning.charge(amount(record, ""));
    }

    /** Null where the record names none. */
    private static @Nullable Amount fee(JsonNode record) {
        return record.hasNonNull("fee_asset") || record.hasNonNull("fee_amount") ? amount(record, "fee_") : null;
    }

    private static Amount amount(JsonNode record, String prefix) {
        return Fields.amount(Fields.text(record, prefix + "asset"), Fields.number(record, prefix + "amount"));
    }
}
