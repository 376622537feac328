package dev.gangway.adapters.exchanges.coinbase;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where in a walk a page begins. A walk reads the fills, then the transactions of one wallet after the other, each newest
 * first and back to {@code since}; and the wallets once more for the trades between them, if it was interrupted.
 *
 * @param part what is being read
 * @param since what is older is known from an earlier walk, null if nothing is
 * @param newest the time of the newest record of this walk, null before any
 * @param held the time of the oldest transaction that is not finished, null if all are
 * @param fills whether there has ever been a fill
 * @param legs whether this walk has met one side of a trade between wallets
 * @param wallet the wallet, empty before the first
 * @param after behind what the page begins, empty for the beginning
 */
record CoinbasePlace(
        Part part,
        @Nullable Instant since,
        @Nullable Instant newest,
        @Nullable Instant held,
        boolean fills,
        boolean legs,
        String wallet,
        String after) {
    /** The beginning of the first walk. */
    static final CoinbasePlace START = new CoinbasePlace(Part.FILLS, null, null, null, false, false, "", "");

    /** So much of what is known a new walk reads again, for records that were written late. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    /** So far apart the two sides of a trade between wallets may be. */
    private static final Duration SPAN = Duration.ofHours(1);

    private static final String VERSION = "coinbase1";
    private static final Instant LATEST = Instant.parse("2200-01-02T00:00:00Z");

    /** What is being read. */
    enum Part {
        /** Fills of orders. */
        FILLS,
        /** Transactions of wallets. */
        WALLETS,
        /** The same again, for nothing but the trades between wallets. */
        LEGS
    }

    /** The beginning for whatever is no cursor of this version. */
    static CoinbasePlace parse(@Nullable String text) {
        String[] parts = text == null || text.length() > 1000 ? new String[0] : text.split(" ", -1);
        if (parts.length != 9 || !parts[0].equals(VERSION)) {
            return START;
        }
        try {
            return new CoinbasePlace(
                    Part.valueOf(parts[1]),
                    time(parts[2]),
                    time(parts[3]),
                    time(parts[4]),
                    parts[5].equals("f"),
                    parts[6].equals("l"),
                    URLDecoder.decode(parts[7], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[8], StandardCharsets.UTF_8));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            return START;
        }
    }

    private static @Nullable Instant time(String text) {
        if (text.equals("-")) {
            return null;
        }
        Instant time = Instant.parse(text);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
            throw new DateTimeException("out of range");
        }
        return time;
    }

    String text() {
        return String.join(
                " ",
                VERSION,
                part.name(),
                text(since),
                text(newest),
                text(held),
                fills ? "f" : "-",
                legs ? "l" : "-",
                URLEncoder.encode(wallet, StandardCharsets.UTF_8),
                URLEncoder.encode(after, StandardCharsets.UTF_8));
    }

    private static String text(@Nullable Instant time) {
        return time == null ? "-" : time.toString();
    }

    /** Another place in the same walk. */
    CoinbasePlace at(Part next, String nextWallet, String nextAfter) {
        return new CoinbasePlace(next, since, newest, held, fills, legs, nextWallet, nextAfter);
    }

    /** Whether an earlier walk has seen what happened then. */
    boolean knows(@Nullable Instant time) {
        return since != null && time != null && !time.isAfter(since);
    }

    /** Whether what happened with it may have been before {@link #since}. */
    boolean isAtTheEdge(@Nullable Instant time) {
        return since != null && time != null && !time.isAfter(since.plus(SPAN));
    }

    /** The beginning of the walk after this one. */
    CoinbasePlace nextWalk() {
        Instant from = newest == null ? since : newest.minus(OVERLAP);
        if (from != null && since != null && since.isAfter(from)) {
            from = since;
        }
        if (from != null && held != null && !held.minus(SPAN).isAfter(from)) {
            from = held.minus(SPAN).minusSeconds(1);
        }
        return new CoinbasePlace(Part.FILLS, from, null, null, fills, false, "", "");
    }

    /** With a record of this time having been met. */
    CoinbasePlace met(@Nullable Instant time) {
        boolean newer = time != null && (newest == null || time.isAfter(newest));
        return newer ? new CoinbasePlace(part, since, time, held, fills, legs, wallet, after) : this;
    }

    /** With a transaction of this time being held. */
    CoinbasePlace holding(Instant time) {
        boolean older = held == null || time.isBefore(held);
        return older ? new CoinbasePlace(part, since, newest, time, fills, legs, wallet, after) : this;
    }

    CoinbasePlace withFills() {
        return new CoinbasePlace(part, since, newest, held, true, legs, wallet, after);
    }

    CoinbasePlace withLegs() {
        return new CoinbasePlace(part, since, newest, held, fills, true, wallet, after);
    }
}
