package dev.gangway.domain.shared;

/**
 * Case folding that touches the 26 ASCII letters and nothing else.
 *
 * <p>{@link String#toLowerCase()} turns the Kelvin sign into {@code k} and {@link String#equalsIgnoreCase} equates
 * {@code ı} with {@code i}; identifiers here must never gain an ASCII letter that way (contract, "Always").
 */
public final class Ascii {
    private Ascii() {}

    /** Returns {@code text} with {@code A-Z} lower-cased. */
    public static String lower(String text) {
        return fold(text, 'A', 'Z', 32);
    }

    /** Returns {@code text} with {@code a-z} upper-cased. */
    public static String upper(String text) {
        return fold(text, 'a', 'z', -32);
    }

    /** Whether the two texts differ in the case of ASCII letters at most. */
    public static boolean equalsIgnoringCase(String one, String other) {
        return one.length() == other.length() && lower(one).equals(lower(other));
    }

    private static String fold(String text, char from, char to, int shift) {
        int i = 0;
        while (i < text.length() && (text.charAt(i) < from || text.charAt(i) > to)) {
            i++;
        }
        if (i == text.length()) {
            return text;
        }
        char[] chars = text.toCharArray();
        for (; i < chars.length; i++) {
            if (chars[i] >= from && chars[i] <= to) {
                chars[i] = (char) (chars[i] + shift);
            }
        }
        return new String(chars);
    }
}
