package dev.gangway.domain.shared;

import java.util.function.IntPredicate;

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

    /**
     * Whether every character of {@code text} from {@code from} on is allowed. A loop and not a stream: every id, hash
     * and name of every request goes through here.
     */
    public static boolean consistsOf(String text, int from, IntPredicate allowed) {
        for (int i = from; i < text.length(); i++) {
            if (!allowed.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
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
