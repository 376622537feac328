package dev.gangway.adapters.http.route;

import dev.gangway.adapters.http.wire.Fields;
import dev.gangway.adapters.http.wire.ForeignName;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.util.ArrayList;
import java.util.List;

/** The parameters of a query, as strict as a body's members: each known, each once. */
public final class Parameters {
    /** More would make the answer many times the size of the request. */
    private static final int MOST_ERRORS = 100;

    private Parameters() {}

    /** What is wrong with the names in {@code query}, where it may hold those of {@code known}, each once. */
    public static List<InvalidValue> others(Fields query, String... known) {
        List<String> allowed = List.of(known);
        List<InvalidValue> errors = new ArrayList<>();
        for (String name : query.names()) {
            if (errors.size() == MOST_ERRORS) {
                break;
            }
            if (!allowed.contains(name)) {
                errors.add(new InvalidValue(
                        ForeignName.shown(name), FieldError.UNKNOWN_FIELD, "is not a parameter of this request"));
            } else if (query.values(name).size() > 1) {
                errors.add(new InvalidValue(name, FieldError.DUPLICATE_FIELD, "must be there once"));
            }
        }
        return errors;
    }
}
