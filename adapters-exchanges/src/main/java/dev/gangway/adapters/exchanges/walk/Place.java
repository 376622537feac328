package dev.gangway.adapters.exchanges.walk;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come; as text, the cursor.
 *
 * @param <S> the parts of the history, in the order in which they are read
 * @param parts the type of the parts
 * @param since what happened before is known already, but for the parts that are not {@code complete}; null if nothing is
 * @param until what happens later is the next run's
 * @param part what is being read, null when all is
 * @param position where in the part, in the part's own words without blanks; empty for its beginning
 * @param next from when on the next run reads
 * @param complete the parts of which everything until {@code since} is known: not one that could not be read, nor one
 *     that a newer version of the connector adds
 */
public record Place<S extends Enum<S>>(
        Class<S> parts,
        @Nullable Instant since,
        Instant until,
        @Nullable S part,
        String position,
        Instant next,
        Set<S> complete) {
    /** What is told late is still read: each run begins so long before the end of the one before. */
    public static final Duration OVERLAP = Duration.ofDays(1);

    private static final String VERSION = "1";
    private static final String NONE = "-";

    /** Copies. */
    public Place {
        complete = Set.copyOf(complete);
    }

    /** Where {@code cursor} points to; the beginning if nobody can read it. */
    public static <S extends Enum<S>> Place<S> at(@Nullable String cursor, Class<S> parts, Instant now) {
        String[] words = cursor == null ? new String[0] : cursor.split(" ", -1);
        try {
            if (words.length == 4 && words[0].equals(VERSION) && words[1].equals("done")) {
                return beginning(parts, time(words[2]), now, names(parts, words[3]));
            }
            if (words.length == 7 && words[0].equals(VERSION)) {
                return new Place<>(
                        parts,
                        words[1].equals(NONE) ? null : time(words[1]),
                        time(words[2]),
                        Enum.valueOf(parts, words[3]),
                        words[4],
                        time(words[5]),
                        names(parts, words[6]));
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            // as if there were none: what is stored already is stored once
        }
        return beginning(parts, null, now, Set.of());
    }

    private static <S extends Enum<S>> Place<S> beginning(
            Class<S> parts, @Nullable Instant since, Instant now, Set<S> complete) {
        return new Place<>(parts, since, now, all(parts).getFirst(), "", now.minus(OVERLAP), complete);
    }

    /** From when on the part is to be read; null for all of it. */
    public @Nullable Instant from() {
        return part != null && complete.contains(part) ? since : null;
    }

    /** Further on in the same part. */
    public Place<S> to(String furtherOn) {
        return new Place<>(parts, since, until, part, furtherOn, next, complete);
    }

    /** The next run has to read from {@code time} on at the latest. */
    public Place<S> keeping(Instant time) {
        return time.isBefore(next) ? new Place<>(parts, since, until, part, position, time, complete) : this;
    }

    /** Behind the part, all of which has been read. */
    public Place<S> behind() {
        return behind(true);
    }

    /** Behind the part, which could not be read; it is read from its beginning the next time. */
    public Place<S> without() {
        return behind(false);
    }

    private Place<S> behind(boolean known) {
        Set<S> read = EnumSet.noneOf(parts);
        read.addAll(complete);
        int following = 0;
        if (part != null) {
            following = all(parts).indexOf(part) + 1;
            read.remove(part);
            if (known) {
                read.add(part);
            }
        }
        S nextPart = following < all(parts).size() ? all(parts).get(following) : null;
        return new Place<>(parts, since, until, nextPart, "", next, read);
    }

    /** The cursor; at most a few hundred characters. */
    String text() {
        String known =
                String.join(",", complete.stream().map(Enum::name).sorted().toList());
        if (part == null) {
            return VERSION + " done " + next.toEpochMilli() + " " + known;
        }
        String from = since == null ? NONE : Long.toString(since.toEpochMilli());
        return VERSION + " " + from + " " + until.toEpochMilli() + " " + part.name() + " " + position + " "
                + next.toEpochMilli() + " " + known;
    }

    private static <S extends Enum<S>> List<S> all(Class<S> parts) {
        return List.copyOf(EnumSet.allOf(parts));
    }

    private static Instant time(String word) {
        return Instant.ofEpochMilli(Long.parseLong(word));
    }

    private static <S extends Enum<S>> Set<S> names(Class<S> parts, String word) {
        Set<S> named = EnumSet.noneOf(parts);
        for (String name : word.split(",")) {
            if (!name.isEmpty()) {
                named.add(Enum.valueOf(parts, name));
            }
        }
        return named;
    }
}
