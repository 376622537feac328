package dev.gangway.adapters.exchanges.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.adapters.exchanges.http.ExchangeJson;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes ledger transactions of records. One that is not understood is kept as {@code unclassified}, its text with it; one
 * that is too long to be kept too, with its beginning and a mark. The records around it go their way.
 */
public final class RecordMapping {
    private static final int KEPT_OF_TOO_LONG = 10_000;

    private final RecordMeaning meaning;

    /** Reads records as {@code meaning} says. */
    public RecordMapping(RecordMeaning meaning) {
        this.meaning = meaning;
    }

    /** The version of the reading. */
    public int version() {
        return meaning.version();
    }

    /** A transaction for each element of {@code records}, in their order. */
    public List<LedgerTransaction> readAll(Iterable<JsonNode> records) {
        List<LedgerTransaction> transactions = new ArrayList<>();
        records.forEach(record -> transactions.add(read(record)));
        return transactions;
    }

    /** What {@code record} becomes. */
    public LedgerTransaction read(JsonNode record) {
        String raw = ExchangeJson.text(record);
        String id;
        try {
            id = id(record);
        } catch (InvalidValue nameless) {
            // by its content: sent again it is known, and one that is alike to the last letter is taken for it
            id = "unnamed-" + UUID.nameUUIDFromBytes(raw.getBytes(StandardCharsets.UTF_8));
            return unclassified(record, id, raw);
        }
        return read(record, id, raw);
    }

    /** What is made anew of a {@code raw} that was kept; null if it is no whole record. */
    public @Nullable LedgerTransaction readAgain(String raw) {
        JsonNode record = ExchangeJson.object(raw);
        if (record == null) {
            return null;
        }
        try {
            return read(record, id(record), ExchangeJson.text(record));
        } catch (InvalidValue nameless) {
            return null;
        }
    }

    private String id(JsonNode record) {
        return Text.required("id", meaning.id(record), 255);
    }

    private LedgerTransaction read(JsonNode record, String id, String raw) {
        if (raw.length() > LedgerTransaction.MAX_RAW) {
            return unclassified(record, id, raw);
        }
        try {
            Instant time = time(record);
            Meaning what = meaning.of(record);
            return new LedgerTransaction(
                    id, what.kind(), time, what.received(), what.sent(), what.fee(), raw, meaning.version());
        } catch (InvalidValue notUnderstood) {
            return unclassified(record, id, raw);
        }
    }

    private LedgerTransaction unclassified(JsonNode record, String id, String raw) {
        return new LedgerTransaction(
                id,
                TransactionKind.UNCLASSIFIED,
                timeOrEpoch(record),
                null,
                null,
                null,
                raw.length() > LedgerTransaction.MAX_RAW ? truncated(raw) : raw,
                meaning.version());
    }

    private static String truncated(String raw) {
        return ExchangeJson.text(JsonNodeFactory.instance
                .objectNode()
                .put("truncated_from", raw.length())
                .put("beginning", raw.substring(0, KEPT_OF_TOO_LONG)));
    }

    private Instant time(JsonNode record) {
        return meaning.time(record).truncatedTo(ChronoUnit.MICROS);
    }

    private Instant timeOrEpoch(JsonNode record) {
        try {
            return time(record);
        } catch (InvalidValue undated) {
            return Instant.EPOCH;
        }
    }
}
