package dev.gangway.domain.shared;

import java.net.IDN;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address in the contract's form: an ASCII dot-atom of at most 64 characters, {@code @}, and a dotted domain
 * of LDH labels. Kept as given; two are the same person's when their {@link #canonical()} forms are equal.
 *
 * <p>A domain with other letters must survive {@code toUnicode(toASCII(d))} but for ASCII case: {@link IDN} silently
 * folds soft hyphens, full-width letters and {@code 。} into another domain, which would be another person's address.
 *
 * <p>{@code equals} compares the canonical forms.
 */
public final class EmailAddress {
    private static final int MAX = 255;
    private static final int MAX_LOCAL = 64;
    private static final int MAX_DOMAIN = 253;
    private static final String ATOM = "!#$%&'*+-/=?^_`{|}~";

    private final String value;
    private final String canonical;

    private EmailAddress(String value, String canonical) {
        this.value = value;
        this.canonical = canonical;
    }

    /**
     * Parses an address.
     *
     * @throws InvalidValue naming {@code field}
     */
    public static EmailAddress of(String field, @Nullable String value) {
        String text = Text.required(field, value, MAX);
        return new EmailAddress(text, canonicalOf(field, text));
    }

    /** Whether {@code text} is an e-mail address. */
    public static boolean matches(String text) {
        try {
            of("email", text);
            return true;
        } catch (InvalidValue invalid) {
            return false;
        }
    }

    /** The address as given, at most 255 characters. */
    public String value() {
        return value;
    }

    /** Lower-cased (ASCII only), the domain in its ASCII form; dots and plus tags stay significant. */
    public String canonical() {
        return canonical;
    }

    /** The domain as given. */
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    private static String canonicalOf(String field, String value) {
        int at = value.lastIndexOf('@');
        if (at < 1 || !isDotAtom(value.substring(0, at))) {
            throw invalid(field);
        }
        String domain = value.substring(at + 1);
        String ascii = asciiDomain(domain);
        if (ascii == null) {
            throw invalid(field);
        }
        return Ascii.lower(value.substring(0, at)) + '@' + Ascii.lower(ascii);
    }

    private static boolean isDotAtom(String local) {
        if (local.length() > MAX_LOCAL || local.charAt(0) == '.' || local.charAt(local.length() - 1) == '.') {
            return false;
        }
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            boolean dot = c == '.' && local.charAt(i - 1) != '.';
            if (!dot && !isAlphanumeric(c) && ATOM.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String asciiDomain(String domain) {
        if (Ascii.consistsOf(domain, 0, c -> c < 128)) {
            return isLdhDomain(domain) ? domain : null;
        }
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            boolean survives = Ascii.lower(IDN.toUnicode(ascii)).equals(Ascii.lower(domain));
            return survives && isLdhDomain(ascii) ? ascii : null;
        } catch (IllegalArgumentException | IndexOutOfBoundsException notAName) {
            // IDN reports some malformed names by running past their end
            return null;
        }
    }

    private static boolean isLdhDomain(String domain) {
        if (domain.length() > MAX_DOMAIN) {
            return false;
        }
        String[] labels = domain.split("\\.", -1);
        if (labels.length < 2) {
            return false;
        }
        for (String label : labels) {
            if (label.isEmpty() || label.length() > 63 || label.startsWith("-") || label.endsWith("-")) {
                return false;
            }
            for (int i = 0; i < label.length(); i++) {
                if (!isAlphanumeric(label.charAt(i)) && label.charAt(i) != '-') {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static InvalidValue invalid(String field) {
        return new InvalidValue(field, FieldError.INVALID_FORMAT, "must be an e-mail address such as user@example.com");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EmailAddress address && address.canonical.equals(canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
