package dev.gangway.adapters.http.report;

import dev.gangway.adapters.http.page.LedgerLinks;
import dev.gangway.adapters.http.wire.Fields;
import dev.gangway.application.ledger.LedgerFilter;
import dev.gangway.application.ledger.LedgerPage;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.SourceId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of the ledger asks for, in the query of its address. An empty field is one that was left open, as forms
 * send it.
 *
 * @param filter which transactions
 * @param after behind which place, null for the latest
 * @param given the fields of the filter as they were sent, for the form and for links
 */
record LedgerQuery(LedgerFilter filter, LedgerPage.@Nullable Position after, Map<String, String> given) {
    static final String AFTER = "after";

    /** Reads it, or tells all that is wrong with it. */
    static Read read(Fields query) {
        Reading reading = new Reading(query);
        SourceId source = reading.value("source", SourceId::new);
        TransactionKind kind = reading.value("kind", LedgerQuery::kind);
        // codes are written in capitals; whoever types one need not
        AssetCode asset = reading.value("asset", code -> new AssetCode(Ascii.upper(code.strip())));
        LocalDate from = reading.value("from", day -> Days.read("from", day));
        LocalDate to = reading.value("to", day -> Days.read("to", day));
        LedgerFilter filter = new LedgerFilter(
                source,
                kind,
                asset,
                from == null ? null : Days.start(from),
                to == null ? null : Days.start(to.plusDays(1)));
        Map<String, String> given = new LinkedHashMap<>(reading.given);
        LedgerPage.Position after = reading.value(AFTER, LedgerCursor::read);
        return reading.errors.isEmpty()
                ? new Read.Understood(new LedgerQuery(filter, after, given))
                : new Read.Refused(reading.errors);
    }

    /** What came of it. */
    sealed interface Read {
        /** It is clear what is wanted. */
        record Understood(LedgerQuery query) implements Read {}

        /** It is not. */
        record Refused(List<InvalidValue> errors) implements Read {}
    }

    /** Where a page leads on to. */
    LedgerLinks links(LedgerPage page) {
        LedgerPage.Position next = page.next();
        return new LedgerLinks(
                next == null ? null : address("/report/ledger", LedgerCursor.of(next)),
                after == null ? null : address("/report/ledger", null),
                address("/report/ledger.csv", null));
    }

    private String address(String path, @Nullable String cursor) {
        StringJoiner fields = new StringJoiner("&");
        given.forEach((name, value) -> fields.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        if (cursor != null) {
            fields.add(AFTER + "=" + cursor);
        }
        return fields.length() == 0 ? path : path + "?" + fields;
    }

    private static TransactionKind kind(String name) {
        for (TransactionKind kind : TransactionKind.values()) {
            if (kind.apiName().equals(name)) {
                return kind;
            }
        }
        throw new InvalidValue("kind", FieldError.NOT_ALLOWED, "is no kind of transaction");
    }

    private static final class Reading {
        private final Fields query;
        private final Map<String, String> given = new LinkedHashMap<>();
        private final List<InvalidValue> errors = new ArrayList<>();

        Reading(Fields query) {
            this.query = query;
        }

        <T> @Nullable T value(String name, Function<String, T> reader) {
            List<String> values = query.values(name);
            if (values.size() > 1) {
                errors.add(new InvalidValue(name, FieldError.DUPLICATE_FIELD, "must stand there once"));
                return null;
            }
            if (values.isEmpty() || values.get(0).isBlank()) {
                return null;
            }
            try {
                T value = reader.apply(values.get(0));
                given.put(name, values.get(0));
                return value;
            } catch (InvalidValue invalid) {
                errors.add(new InvalidValue(name, invalid.code(), invalid.explanation()));
                return null;
            }
        }
    }
}
