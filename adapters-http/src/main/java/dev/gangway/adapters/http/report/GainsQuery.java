package dev.gangway.adapters.http.report;

import dev.gangway.adapters.http.wire.Fields;
import dev.gangway.domain.portfolio.CostBasisMethod;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of gains asks for, in the query of its address. An empty field is one that was left open.
 *
 * @param method which units are given away first; those held longest unless asked otherwise
 * @param year the year in which a tax year begins; null for all
 */
record GainsQuery(CostBasisMethod method, @Nullable Year year) {
    /** {@code 2025}, or {@code 2025/26} as pages name a tax year. */
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:/(\\d{2}))?");

    private static final int CENTURY = 100;

    /** What came of it. */
    sealed interface Read {
        /** It is clear what is wanted. */
        record Understood(GainsQuery query) implements Read {}

        /** It is not. */
        record Refused(List<InvalidValue> errors) implements Read {}
    }

    /** Reads it, or tells all that is wrong with it. */
    static Read read(Fields query) {
        List<InvalidValue> errors = new ArrayList<>();
        String method = only(query, "method", errors);
        String year = only(query, "year", errors);
        CostBasisMethod chosen = method == null ? CostBasisMethod.FIFO : CostBasisMethod.named(method);
        if (chosen == null) {
            errors.add(new InvalidValue("method", FieldError.NOT_ALLOWED, "must be fifo, lifo, hifo or average"));
        }
        Year begins = year == null ? null : year(year);
        if (year != null && begins == null) {
            errors.add(new InvalidValue(
                    "year", FieldError.INVALID_FORMAT, "must be the year in which a tax year begins, such as 2025"));
        }
        return chosen == null || !errors.isEmpty()
                ? new Read.Refused(errors)
                : new Read.Understood(new GainsQuery(chosen, begins));
    }

    private static @Nullable String only(Fields query, String name, List<InvalidValue> errors) {
        List<String> values = query.values(name);
        if (values.size() > 1) {
            errors.add(new InvalidValue(name, FieldError.DUPLICATE_FIELD, "must stand there once"));
        }
        return values.size() != 1 || values.get(0).isBlank()
                ? null
                : values.get(0).strip();
    }

    private static @Nullable Year year(String written) {
        Matcher parts = YEAR.matcher(written);
        if (!parts.matches()) {
            return null;
        }
        int year = Integer.parseInt(parts.group(1));
        boolean agrees = parts.group(2) == null || Integer.parseInt(parts.group(2)) == Math.floorMod(year + 1, CENTURY);
        return year > 0 && agrees ? Year.of(year) : null;
    }
}
