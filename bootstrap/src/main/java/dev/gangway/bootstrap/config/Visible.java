package dev.gangway.bootstrap.config;

import java.util.stream.IntStream;

/** Shows a text that is somebody else's: nothing in it moves the cursor, changes a colour or turns the line around. */
public final class Visible {
    private static final int LONGEST = 80;

    private Visible() {}

    /** What somebody typed, fit for a terminal and not without end. */
    public static String of(String text) {
        String shown = line(text.codePoints().limit(LONGEST));
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown;
    }

    /** The whole text on one line of a terminal. */
    public static String line(String text) {
        return line(text.codePoints());
    }

    private static String line(IntStream text) {
        StringBuilder shown = new StringBuilder();
        text.forEach(c -> shown.appendCodePoint(isShown(c) ? c : '?'));
        return shown.toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }
}
