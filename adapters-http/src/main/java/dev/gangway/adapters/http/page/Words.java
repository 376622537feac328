package dev.gangway.adapters.http.page;

import java.util.Locale;

/** The little grammar that several pages share. */
final class Words {

    private Words() {}

    static String transactions(long count) {
        return counted(count, "transaction", "transactions");
    }

    static String sources(long count) {
        return counted(count, "source", "sources");
    }

    private static String counted(long count, String one, String many) {
        return Figures.count(count) + " " + (count == 1 ? one : many);
    }

    /** The letter that stands for a name on its tile; a name that starts with none gets a dot. */
    static String monogram(String name) {
        return name.codePoints()
                .filter(Character::isLetterOrDigit)
                .mapToObj(Character::toString)
                .findFirst()
                .map(letter -> letter.toUpperCase(Locale.ROOT))
                .orElse("·");
    }
}
