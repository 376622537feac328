package dev.gangway.adapters.http.registration;

import dev.gangway.adapters.http.wire.ForeignName;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the JSON of a body's fields. Only names go in, never a value. */
final class ReadErrors {
    /** More would make the answer many times the size of the request. */
    private static final int MAX = 100;

    private final List<InvalidValue> found = new ArrayList<>(0);
    private final Set<String> named = new LinkedHashSet<>(0);

    List<InvalidValue> found() {
        return found;
    }

    void unknown(String path, String name) {
        add(path + ForeignName.shown(name), FieldError.UNKNOWN_FIELD, "is not a member of this request");
    }

    void duplicate(String path, String name) {
        add(path + name, FieldError.DUPLICATE_FIELD, "must be there once");
    }

    void wrongType(String path, String name, String wanted) {
        add(path + name, FieldError.WRONG_TYPE, "must be " + wanted);
    }

    private void add(String field, FieldError code, String explanation) {
        if (found.size() < MAX && named.add(field)) {
            found.add(new InvalidValue(field, code, explanation));
        }
    }
}
