package dev.gangway.adapters.exchanges.example.acme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.record.Meaning;
import dev.gangway.adapters.exchanges.record.RecordMapping;
import dev.gangway.adapters.exchanges.record.RecordMeaning;
import dev.gangway.domain.ledger.Amount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What ACME's events mean. */
final class AcmeRecords implements RecordMeaning {
    static final RecordMapping MAPPING = new RecordMapping(new AcmeRecords());

    private AcmeRecords() {}

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String id(JsonNode event) {
        return Fields.name(event, "number");
    }

    @Override
    public Instant time(JsonNode event) {
        return Fields.epochMillis(event, "at");
    }

    @Override
    public Meaning of(JsonNode event) {
        return switch (Fields.text(event, "type")) {
            case "trade" -> Meaning.trade(amount(event, "in"), amount(event, "out"), fee(event));
            case "deposit" -> Meaning.deposit(amount(event, "in"), fee(event));
            case "withdrawal" -> Meaning.withdrawal(amount(event, "out"), fee(event));
            case "staking" -> Meaning.reward(amount(event, "in"), fee(event));
            default -> throw Fields.notUnderstood("type");
        };
    }

    private static @Nullable Amount fee(JsonNode event) {
        return event.hasNonNull("fee") ? amount(event, "fee") : null;
    }

    private static Amount amount(JsonNode event, String side) {
        JsonNode amount = event.path(side);
        return Fields.amount(Fields.asset(Fields.text(amount, "asset")), Fields.number(amount, "amount"));
    }
}
