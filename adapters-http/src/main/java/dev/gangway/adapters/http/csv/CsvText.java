package dev.gangway.adapters.http.csv;

/**
 * Texts in cells. Spreadsheets run what begins with {@code = + - @}, a tab or a line break as a formula, so such a text
 * gets an apostrophe in front, which is taken away again when it is read. Numbers are no texts and stay as they are.
 */
public final class CsvText {
    private static final String DANGEROUS = "=+-@\t\r\n";

    private CsvText() {}

    /** The text as it is written. */
    public static String written(String text) {
        return isDangerous(text, 0) ? "'" + text : text;
    }

    /** The text that was written as {@code cell}. */
    public static String read(String cell) {
        return cell.startsWith("'") && isDangerous(cell, 1) ? cell.substring(1) : cell;
    }

    /** Apostrophes do not count, or a text that has one of its own would come back without it. */
    private static boolean isDangerous(String text, int from) {
        int first = from;
        while (first < text.length() && text.charAt(first) == '\'') {
            first++;
        }
        return first < text.length() && DANGEROUS.indexOf(text.charAt(first)) >= 0;
    }
}
