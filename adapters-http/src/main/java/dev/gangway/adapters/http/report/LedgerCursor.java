package dev.gangway.adapters.http.report;

import dev.gangway.application.ledger.LedgerPage;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import dev.gangway.domain.source.SourceId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * A place in a ledger as an address carries it. It opens nothing: whoever changes it looks at another place of their own
 * ledger.
 */
final class LedgerCursor {
    private static final String FIELD = "after";

    /** Far more than a time, an id and the longest external id take. */
    private static final int MAX_LENGTH = 2000;

    private LedgerCursor() {}

    static String of(LedgerPage.Position position) {
        String place = position.occurredAt() + " " + position.source().value() + " " + position.externalId();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** The place; a refusal if it is none of ours. */
    static LedgerPage.Position read(String cursor) {
        try {
            if (cursor.length() > MAX_LENGTH) {
                throw unknown();
            }
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 3);
            if (parts.length < 3) {
                throw unknown();
            }
            return new LedgerPage.Position(
                    Days.checked(FIELD, Instant.parse(parts[0])),
                    new SourceId(parts[1]),
                    Text.required(FIELD, parts[2], 255));
        } catch (IllegalArgumentException | DateTimeException foreign) {
            throw unknown();
        }
    }

    private static InvalidValue unknown() {
        return new InvalidValue(FIELD, FieldError.INVALID_FORMAT, "is no place in a ledger: begin with its first page");
    }
}
