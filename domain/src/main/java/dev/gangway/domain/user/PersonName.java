package dev.gangway.domain.user;

import dev.gangway.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/** A given name or surname as given, at most 100 characters, no control characters. */
public record PersonName(String value) {
    /** Checks the form. */
    public PersonName {
        Text.checked("name", value, 100);
    }

    /** The name in {@code field}, or null where it is absent. */
    public static @Nullable PersonName optional(String field, @Nullable String value) {
        String checked = Text.optional(field, value, 100);
        return checked == null ? null : new PersonName(checked);
    }
}
