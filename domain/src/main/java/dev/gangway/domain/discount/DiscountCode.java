package dev.gangway.domain.discount;

import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * A discount code of at most 50 characters, kept as given; two are equal when they differ in the case of ASCII letters
 * at most.
 */
public final class DiscountCode {
    private final String value;

    private DiscountCode(String value) {
        this.value = value;
    }

    /** A code that must be there. */
    public static DiscountCode of(String value) {
        return new DiscountCode(Text.required("discount_code", value, 50));
    }

    /** The code, or null where it is absent. */
    public static @Nullable DiscountCode optional(@Nullable String value) {
        String checked = Text.optional("discount_code", value, 50);
        return checked == null ? null : new DiscountCode(checked);
    }

    /** The code as given. */
    public String value() {
        return value;
    }

    /** The form that is compared: ASCII letters upper-cased. */
    public String canonical() {
        return Ascii.upper(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DiscountCode code && code.canonical().equals(canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
