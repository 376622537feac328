package dev.gangway.bootstrap.config;

/** Shows a text that somebody typed: on one line, not without end. */
public final class Visible {
    private static final int LONGEST = 80;

    private Visible() {}

    /** The text, fit for a terminal. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
    }
}
