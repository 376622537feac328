package dev.gangway.domain.upload;

import dev.gangway.domain.shared.Ascii;
import java.math.BigDecimal;

/** Quantities in files: digits with a point at most. Whatever a spreadsheet of another country may mean is refused. */
final class UploadedNumber {
    private static final int LONGEST = 80;

    private UploadedNumber() {}

    static BigDecimal parse(String column, String text) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String fraction = point < 0 ? "0" : text.substring(point + 1);
        if (text.length() <= LONGEST && isDigits(whole) && isDigits(fraction)) {
            return new BigDecimal(text);
        }
        throw new UnreadableCell(column + ' ' + advice(text));
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && Ascii.consistsOf(text, 0, c -> c >= '0' && c <= '9');
    }

    private static String advice(String text) {
        if (text.indexOf(',') >= 0) {
            return "has a comma: write 1234.56, with a decimal point and nothing between thousands";
        }
        if (text.startsWith("-")) {
            return "must not be negative: the column says whether it came in or went out";
        }
        if (text.indexOf('e') > 0 || text.indexOf('E') > 0) {
            return "is in the short form of a spreadsheet, which loses digits: write it out in full";
        }
        return "must be a number such as 1234.56";
    }
}
