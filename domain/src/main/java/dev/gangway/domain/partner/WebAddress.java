package dev.gangway.domain.partner;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/**
 * An address of a partner's that a page may link to: {@code https}, or {@code http} on loopback, at most 2048
 * characters, without user info, white space or quotes.
 */
public record WebAddress(String value) {
    /** Checks the form. */
    public WebAddress {
        of("url", value);
    }

    /** An address named {@code field} in the file it came from, or null where it is absent. */
    public static @Nullable WebAddress optional(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        of(field, value);
        return new WebAddress(value);
    }

    private static void of(String field, String value) {
        Text.required(field, value, 2048);
        int scheme = value.startsWith("https://") ? 8 : value.startsWith("http://") ? 7 : 0;
        String authority = scheme == 0 ? "" : authority(value.substring(scheme));
        boolean plain = scheme == 7;
        if (authority.isEmpty()
                || authority.startsWith(":")
                || authority.indexOf('@') >= 0
                || value.chars().anyMatch(c -> c <= ' ' || c > '~' || "\"'<>\\^`{|}".indexOf(c) >= 0)
                || (plain && !isLoopback(authority))) {
            throw new InvalidValue(
                    field,
                    FieldError.INVALID_FORMAT,
                    scheme == 8
                            ? "must be an https address with a host, and without user info and blanks"
                            : "must be an https address (http only on loopback) without user info");
        }
    }

    private static String authority(String rest) {
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end);
    }

    private static boolean isLoopback(String authority) {
        String host = authority.startsWith("[")
                ? authority.substring(0, authority.indexOf(']') + 1)
                : authority.split(":", 2)[0];
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    @Override
    public String toString() {
        return value;
    }
}
