package dev.gangway.application.audit;

import java.util.regex.Pattern;

/** Text of strangers, made fit to be kept and shown. */
final class Printable {
    /** Stands for a character that is none to be printed. */
    private static final char UNPRINTABLE = '\uFFFD';

    /** Our tokens, JSON Web Tokens, and any long run of letters and digits in which upper-case letters are: no hash is. */
    private static final Pattern SECRETS =
            Pattern.compile("gw_[A-Za-z0-9._~+/=-]+|eyJ[A-Za-z0-9._-]+|(?=[a-z0-9]*[A-Z])[A-Za-z0-9]{32,}");

    private Printable() {}

    /** At most {@code max} characters, in which line feeds are the only controls, and nothing turns a line around. */
    static String of(String text, int max) {
        StringBuilder clean = new StringBuilder(Math.min(text.length(), max));
        for (int i = 0; i < text.length() && clean.length() < max; i++) {
            char c = text.charAt(i);
            boolean low = Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            boolean high = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            boolean lone = Character.isSurrogate(c) && !(low || high);
            // half a pair at the end is none
            boolean last = high && clean.length() + 1 == max;
            clean.append(lone || last || (controls(c) && c != '\n') ? UNPRINTABLE : c);
        }
        return clean.toString();
    }

    private static boolean controls(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** The text as long as it was, with what looks like a secret blanked out. */
    static String masked(String text) {
        return SECRETS.matcher(text).replaceAll(match -> "*".repeat(match.end() - match.start()));
    }
}
