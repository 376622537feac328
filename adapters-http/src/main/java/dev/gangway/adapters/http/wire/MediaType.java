package dev.gangway.adapters.http.wire;

import dev.gangway.domain.shared.Ascii;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Media types, as far as {@code Accept} and {@code Content-Type} need them (RFC 9110, sections 8.3 and 12.5.1). */
public final class MediaType {
    /** JSON. */
    public static final String JSON = "application/json";

    /** A problem (RFC 9457). */
    public static final String PROBLEM = "application/problem+json";

    /** A page. */
    public static final String HTML = "text/html";

    /** Lines of cells (RFC 4180). */
    public static final String CSV = "text/csv";

    /** A document to print. */
    public static final String PDF = "application/pdf";

    /** What a form posts. */
    public static final String FORM = "application/x-www-form-urlencoded";

    private MediaType() {}

    /** Whether {@code Accept} allows {@code type}; the most specific range that matches decides. */
    public static boolean isAccepted(List<String> accept, String type) {
        if (accept.isEmpty() || (accept.size() == 1 && accept.get(0).equals("*/*"))) {
            return true;
        }
        int best = -1;
        boolean allowed = false;
        boolean anyRange = false;
        for (String header : accept) {
            for (String range : header.split(",")) {
                String name = name(range);
                anyRange |= !name.isEmpty();
                int specific = specificity(name, type);
                if (specific >= 0 && specific >= best) {
                    allowed = isWanted(range) || (specific == best && allowed);
                    best = specific;
                }
            }
        }
        return allowed || !anyRange;
    }

    /** Whether {@code Accept} names {@code type} itself; a wildcard does not. */
    public static boolean isNamed(List<String> accept, String type) {
        for (String header : accept) {
            for (String range : header.split(",")) {
                if (name(range).equals(type) && isWanted(range)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the request's {@code Content-Type} is JSON in UTF-8. */
    public static boolean isJson(List<String> contentType) {
        if (contentType.size() != 1) {
            return false;
        }
        String value = contentType.get(0);
        return value.equals(JSON) || (name(value).equals(JSON) && isUtf8(parameter(value, "charset")));
    }

    /** Whether the request's {@code Content-Type} is that of a form. */
    public static boolean isForm(List<String> contentType) {
        return contentType.size() == 1 && name(contentType.get(0)).equals(FORM);
    }

    private static int specificity(String range, String type) {
        if (range.equals(type)) {
            return 2;
        }
        if (range.equals("*/*")) {
            return 0;
        }
        boolean whole = range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1));
        return whole ? 1 : -1;
    }

    private static boolean isUtf8(@Nullable String charset) {
        return charset == null || Ascii.equalsIgnoringCase(charset, "utf-8");
    }

    /** Whether the range's weight is above zero. */
    private static boolean isWanted(String range) {
        String weight = parameter(range, "q");
        return weight == null || weight.chars().anyMatch(c -> c >= '1' && c <= '9');
    }

    private static String name(String value) {
        int end = value.indexOf(';');
        return Ascii.lower((end < 0 ? value : value.substring(0, end)).strip());
    }

    private static @Nullable String parameter(String value, String wanted) {
        String[] parts = value.split(";");
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0 && Ascii.lower(parts[i].substring(0, equals).strip()).equals(wanted)) {
                String text = parts[i].substring(equals + 1).strip();
                boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
                return quoted ? text.substring(1, text.length() - 1) : text;
            }
        }
        return null;
    }
}
