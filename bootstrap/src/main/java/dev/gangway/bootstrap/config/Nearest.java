package dev.gangway.bootstrap.config;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Finds what somebody who mistyped a name probably meant. */
public final class Nearest {
    private Nearest() {}

    /** The known name nearest to {@code typed}, or null if none is near. */
    public static @Nullable String to(String typed, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String name) -> distance(typed, name))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(name -> distance(typed, name) <= Math.max(2, name.length() / 3))
                .orElse(null);
    }

    /** ", did you mean X?" or nothing. */
    public static String hint(String typed, Collection<String> known) {
        String near = to(typed, known);
        return near == null ? "" : ", did you mean " + near + "?";
    }

    /** How many characters have to be typed, deleted or replaced to get from one to the other. */
    static int distance(String one, String other) {
        int[] previous = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] current = new int[other.length() + 1];
            current[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = previous[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[other.length()];
    }
}
