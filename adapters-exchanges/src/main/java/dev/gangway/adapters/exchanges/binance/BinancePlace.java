package dev.gangway.adapters.exchanges.binance;

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
 * @param since what happened before is known already, but for the stages that are not {@code complete}
 * @param until what happens later is the next run's
 * @param stage what is being read, null when all is
 * @param position where in the stage, in the stage's own words without blanks; empty for its beginning
 * @param next from when on the next run reads
 * @param complete the stages of which everything until {@code since} is known: not one that could not be read, nor one
 *     that a newer version of this connector adds
 */
record BinancePlace(
        Instant since,
        Instant until,
        @Nullable BinanceStage stage,
        String position,
        Instant next,
        Set<BinanceStage> complete) {
    /** What is told late is still read: each run begins so long before the end of the one before. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private static final String VERSION = "b1";
    private static final List<BinanceStage> STAGES = List.of(BinanceStage.values());

    BinancePlace {
        complete = Set.copyOf(complete);
    }

    /** Where {@code cursor} points to; the beginning if nobody can read it. */
    static BinancePlace at(@Nullable String cursor, Instant now) {
        String[] words = cursor == null ? new String[0] : cursor.split(" ", -1);
        try {
            if (words.length == 4 && words[0].equals(VERSION) && words[1].equals("done")) {
                return beginning(time(words[2]), now, stages(words[3]));
            }
            if (words.length == 7 && words[0].equals(VERSION)) {
                return new BinancePlace(
                        time(words[1]),
                        time(words[2]),
                        BinanceStage.valueOf(words[3]),
                        words[4],
                        time(words[5]),
                        stages(words[6]));
            }
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            // as if there were none: what is stored already is stored once
        }
        return beginning(BinanceEndpoint.OPENING, now, Set.of());
    }

    private static BinancePlace beginning(Instant since, Instant now, Set<BinanceStage> complete) {
        return new BinancePlace(since, now, STAGES.getFirst(), "", now.minus(OVERLAP), complete);
    }

    /** From when on the stage is read. */
    Instant from() {
        return stage != null && complete.contains(stage) ? since : BinanceEndpoint.OPENING;
    }

    /** Further on in the same stage. */
    BinancePlace to(String furtherOn) {
        return new BinancePlace(since, until, stage, furtherOn, next, complete);
    }

    /** The next run has to read from {@code time} on at the latest. */
    BinancePlace keeping(Instant time) {
        return time.isBefore(next) ? new BinancePlace(since, until, stage, position, time, complete) : this;
    }

    /** Behind the stage. */
    BinancePlace behind(BinanceStage read, boolean wasComplete) {
        Set<BinanceStage> known = EnumSet.noneOf(BinanceStage.class);
        known.addAll(complete);
        known.remove(read);
        if (wasComplete) {
            known.add(read);
        }
        int following = STAGES.indexOf(read) + 1;
        return new BinancePlace(
                since, until, following < STAGES.size() ? STAGES.get(following) : null, "", next, known);
    }

    /** The cursor; at most a few hundred characters. */
    String text() {
        return stage == null
                ? VERSION + " done " + next.toEpochMilli() + " " + names(complete)
                : VERSION + " " + since.toEpochMilli() + " " + until.toEpochMilli() + " " + stage + " " + position + " "
                        + next.toEpochMilli() + " " + names(complete);
    }

    private static Instant time(String word) {
        return Instant.ofEpochMilli(Long.parseLong(word));
    }

    private static Set<BinanceStage> stages(String word) {
        Set<BinanceStage> stages = EnumSet.noneOf(BinanceStage.class);
        for (String name : word.split(",")) {
            if (!name.isEmpty()) {
                stages.add(BinanceStage.valueOf(name));
            }
        }
        return stages;
    }

    private static String names(Set<BinanceStage> stages) {
        return String.join(",", stages.stream().map(BinanceStage::name).sorted().toList());
    }
}
