package dev.gangway.adapters.exchanges.valr;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come.
 *
 * @param since how far back it goes, in milliseconds since 1970; null for all the way
 * @param newest the time of the newest record that it has met; null if there is none
 * @param before the record that the next page comes before; null for the newest page
 */
record ValrCursor(
        @Nullable Long since,
        @Nullable Long newest,
        @Nullable String before) {
    /** The beginning. */
    static final ValrCursor NONE = new ValrCursor(null, null, null);

    /** Records may be added with a time that has passed, as when a deposit is credited late. */
    private static final Duration OVERLAP = Duration.ofDays(3);

    private static final Pattern FORM = Pattern.compile("1\\|([0-9]{1,15})?\\|([0-9]{1,15})?\\|([A-Za-z0-9-]{1,64})?");

    /** From the text of a cursor; the beginning if there is none, or nobody can read it. */
    static ValrCursor of(@Nullable String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        return form.matches() ? new ValrCursor(number(form.group(1)), number(form.group(2)), form.group(3)) : NONE;
    }

    /** Where the next refresh begins. */
    ValrCursor ended() {
        Long next = newest == null ? since : Long.valueOf(Math.max(0, newest - OVERLAP.toMillis()));
        return new ValrCursor(next, null, null);
    }

    /** The text. */
    String text() {
        return "1|" + text(since) + '|' + text(newest) + '|' + (before == null ? "" : before);
    }

    private static String text(@Nullable Long number) {
        return number == null ? "" : number.toString();
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }
}
