package dev.gangway.adapters.exchanges.luno;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come: the next row of each account, the pairs of currencies that the statements know exchanges of,
 * and the next trade of each market that was read by itself. What is not named has not been begun.
 */
final class LunoCursor {
    private static final int LONGEST = 1000;
    private static final Pattern FORM = Pattern.compile("1\\|([^|]*)\\|([^|]*)\\|([^|]*)");
    private static final Pattern PLACE = Pattern.compile("([A-Za-z0-9_-]{1,40}):([0-9a-z]{1,12})");
    private static final Pattern COUPLE = Pattern.compile("[A-Z0-9_-]{1,20}\\.[A-Z0-9_-]{1,20}|\\*");
    private static final String ALL = "*";
    private static final int MOST_COUPLES = 40;

    /** The next row of each account. */
    final Map<String, Long> rows = new TreeMap<>();

    private final Set<String> exchanged = new TreeSet<>();

    /** The next trade of each market. */
    final Map<String, Long> trades = new TreeMap<>();

    /** From the text of a cursor; from the beginning if there is none, or nobody can read it. */
    static LunoCursor of(@Nullable String text) {
        LunoCursor cursor = new LunoCursor();
        Matcher form = FORM.matcher(text == null ? "" : text);
        boolean read = form.matches()
                && places(form.group(1), cursor.rows)
                && couples(form.group(2), cursor.exchanged)
                && places(form.group(3), cursor.trades);
        return read ? cursor : new LunoCursor();
    }

    /** The statements hold an exchange between these currencies, and so all of them. */
    void exchanged(String one, String other) {
        String couple = couple(one, other);
        if (COUPLE.matcher(couple).matches() && !exchanged.contains(ALL)) {
            exchanged.add(couple);
        }
        if (exchanged.size() > MOST_COUPLES) {
            // whoever exchanges so much does it in the statements
            exchanged.clear();
            exchanged.add(ALL);
        }
    }

    /** Whether the statements hold the exchanges between these currencies. */
    boolean knowsExchanges(String one, String other) {
        return exchanged.contains(ALL) || exchanged.contains(couple(one, other));
    }

    private static String couple(String one, String other) {
        return one.compareTo(other) < 0 ? one + '.' + other : other + '.' + one;
    }

    /**
     * The text, at most 1,000 characters. Where there are too many accounts and markets for that, those with the least
     * behind them are left out: the next run reads them once more, and storing them again changes nothing.
     */
    String text() {
        Map<String, Long> someRows = new TreeMap<>(rows);
        Map<String, Long> someTrades = new TreeMap<>(trades);
        while (true) {
            String text = "1|" + joined(someRows) + '|' + String.join(",", exchanged) + '|' + joined(someTrades);
            if (text.length() <= LONGEST) {
                return text;
            }
            (someRows.size() >= someTrades.size() ? someRows : someTrades)
                    .entrySet().stream()
                            .min(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                            .map(Map.Entry::getKey)
                            .ifPresent(name -> {
                                someRows.remove(name);
                                someTrades.remove(name);
                            });
        }
    }

    private static String joined(Map<String, Long> places) {
        List<String> parts = new ArrayList<>();
        places.forEach((name, next) -> parts.add(name + ':' + Long.toString(next, Character.MAX_RADIX)));
        return String.join(",", parts);
    }

    private static boolean places(String text, Map<String, Long> places) {
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            Matcher place = PLACE.matcher(part);
            if (!place.matches()) {
                return false;
            }
            places.put(place.group(1), Long.parseLong(place.group(2), Character.MAX_RADIX));
        }
        return true;
    }

    private static boolean couples(String text, Set<String> couples) {
        for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            if (!COUPLE.matcher(part).matches()) {
                return false;
            }
            couples.add(part);
        }
        return true;
    }
}
