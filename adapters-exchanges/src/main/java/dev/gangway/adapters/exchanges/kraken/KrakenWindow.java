package dev.gangway.adapters.exchanges.kraken;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.domain.ledger.LedgerTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entries that one page is made of, and the events in them. The sides of a trade have (nearly) one time, so an event is
 * whole if it is far enough from the edge of what was read; what is not is left to the page, or the walk, behind that edge.
 */
final class KrakenWindow {
    /** So far apart the sides of one event may be. */
    static final Duration SPAN = Duration.ofSeconds(10);

    /** So long Kraken may take to write the other side of a trade. */
    static final Duration SETTLING = Duration.ofMinutes(1);

    /** So much of what is known a new walk reads again, for entries that were written late. */
    static final Duration OVERLAP = Duration.ofMinutes(10);

    private final KrakenCursor from;
    private final Instant now;
    private final Set<String> seen = new HashSet<>();
    private final List<KrakenEntry> entries = new ArrayList<>();
    private boolean passedTheKnown;

    KrakenWindow(KrakenCursor from, Instant now) {
        this.from = from;
        this.now = now;
    }

    /** Adds those that are awaited; says whether there was any, awaited or not, that had not been sent before. */
    boolean add(List<KrakenEntry> sent) {
        boolean news = false;
        boolean known = !sent.isEmpty();
        for (KrakenEntry entry : sent) {
            Instant time = entry.time();
            known &= time != null && from.after() != null && !time.isAfter(from.after());
            if (seen.add(entry.id())) {
                news = true;
                if (time == null || from.awaits(time)) {
                    entries.add(entry);
                }
            }
        }
        passedTheKnown |= known;
        return news;
    }

    /** Whether entries came of which every one is known from an earlier walk. */
    boolean hasPassedTheKnown() {
        return passedTheKnown;
    }

    /** A page of what is whole in the middle of a walk; null if that is nothing yet. */
    @Nullable
    Page page() {
        Instant oldest = entries.stream()
                .map(KrakenEntry::time)
                .filter(time -> time != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (oldest == null) {
            return null;
        }
        Instant edge = oldest.plus(SPAN);
        List<List<KrakenEntry>> whole = new ArrayList<>();
        Instant until = oldest;
        for (List<KrakenEntry> event : events()) {
            Instant begin = event.getFirst().time();
            if (begin == null || begin.isAfter(edge)) {
                whole.add(event);
            } else {
                until = later(until, event.getLast().time());
            }
        }
        boolean progress = from.until() == null || until.isBefore(from.until());
        if (!progress || whole.stream().allMatch(event -> event.getFirst().time() == null)) {
            return null;
        }
        return new Page(read(whole), new KrakenCursor(from.after(), until, newest()).text(), false);
    }

    /** The page with which a walk ends. */
    Page last() {
        Instant newest = newest();
        Instant after = newest == null ? from.after() : newest.minus(OVERLAP);
        if (from.after() != null && after != null) {
            after = later(after, from.after());
        }
        return new Page(read(events()), new KrakenCursor(after, null, null).text(), true);
    }

    private @Nullable Instant newest() {
        if (from.newest() != null) {
            return from.newest();
        }
        return entries.stream()
                .map(KrakenEntry::time)
                .filter(time -> time != null)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * Oldest first, and so the entries of each. Sides that are far apart are not joined, though they may be on one page: it
     * must not depend on where pages end.
     */
    private List<List<KrakenEntry>> events() {
        entries.sort(KrakenEntry.OLDEST_FIRST);
        List<List<KrakenEntry>> events = new ArrayList<>();
        Map<String, List<KrakenEntry>> latest = new HashMap<>();
        for (KrakenEntry entry : entries) {
            List<KrakenEntry> event = latest.get(entry.event());
            if (event == null || !isNear(event.getLast(), entry)) {
                event = new ArrayList<>();
                events.add(event);
                latest.put(entry.event(), event);
            }
            event.add(entry);
        }
        return events;
    }

    private static boolean isNear(KrakenEntry before, KrakenEntry after) {
        return before.time() != null
                && after.time() != null
                && !after.time().isAfter(before.time().plus(SPAN));
    }

    private List<LedgerTransaction> read(List<List<KrakenEntry>> events) {
        List<LedgerTransaction> transactions = new ArrayList<>();
        for (List<KrakenEntry> event : events) {
            if (!isLeftAlone(event)) {
                int parts =
                        KrakenTrade.parts(event.stream().map(KrakenEntry::json).toList());
                for (int part = 1; part <= parts; part++) {
                    transactions.add(KrakenRecords.MAPPING.read(record(event, part, parts)));
                }
            }
        }
        return transactions;
    }

    /** Whether the event is the earlier walk's, which has seen the whole of it, or the next one's, which will. */
    private boolean isLeftAlone(List<KrakenEntry> event) {
        Instant end = event.getLast().time();
        if (end == null) {
            return false;
        }
        boolean earlier = from.after() != null && !end.isAfter(from.after().plus(SPAN));
        boolean unsettled = event.size() == 1 && event.getFirst().isSide() && end.isAfter(now.minus(SETTLING));
        return earlier || unsettled;
    }

    /** The entries under their ids, as Kraken sends them. */
    private static ObjectNode record(List<KrakenEntry> event, int part, int parts) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        ObjectNode ledger = record.putObject("ledger");
        event.stream()
                .sorted(Comparator.comparing(KrakenEntry::id))
                .forEach(entry -> ledger.set(entry.id(), entry.json()));
        if (parts > 1) {
            record.put("part", part);
        }
        return record;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
