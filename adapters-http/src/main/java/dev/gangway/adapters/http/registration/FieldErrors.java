package dev.gangway.adapters.http.registration;

import dev.gangway.domain.shared.InvalidValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Joins what the reader and the domain found, so that a field is reported once. */
final class FieldErrors {
    private FieldErrors() {}

    /** All of {@code read}, and what {@code checked} says of fields that the reader could make something of. */
    static List<InvalidValue> merge(List<InvalidValue> read, List<InvalidValue> checked) {
        if (read.isEmpty()) {
            return checked;
        }
        Set<String> known = new HashSet<>();
        read.forEach(error -> known.add(error.field()));
        List<InvalidValue> all = new ArrayList<>(read);
        checked.stream()
                .filter(error -> !known.contains(error.field()) && !known.contains(holder(error.field())))
                .forEach(all::add);
        return all;
    }

    /** {@code api_credentials[0]} of {@code api_credentials[0].api_key}. */
    private static String holder(String field) {
        int dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot);
    }
}
