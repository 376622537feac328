package dev.gangway.application.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Refused calls on their way to the audit log: counted in memory, within bounds, until {@link WriteRefusals} takes them.
 * Whoever refuses a call neither waits for the database nor learns that it is gone.
 */
public final class RefusalBook {
    /** The address of calls beyond {@link #MAX_COUNTS}. */
    static final String OTHERS = "others";

    /** How many minutes, addresses and reasons are told apart. */
    static final int MAX_COUNTS = 1_000;

    /** How many calls a minute are explained, of one address and of all. */
    static final int MAX_EXPLAINED_OF_ONE = 30;

    static final int MAX_EXPLAINED = 120;

    private static final String TOO_MANY = "refused, from too many addresses to tell apart";

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, CountedRefusal> counts = new LinkedHashMap<>();
    private final List<ExplainedRefusal> explained = new ArrayList<>();
    private Instant minute = Instant.EPOCH;
    private int explainedInAll;
    private final Map<String, Integer> explainedOf = new HashMap<>();

    private record Key(Instant minute, String address, String reason) {
        static Key of(CountedRefusal counted) {
            return new Key(
                    counted.minute(), counted.first().address(), counted.first().reason());
        }
    }

    /** What was taken out of the book. */
    record Taken(List<CountedRefusal> counted, List<ExplainedRefusal> explained) {
        boolean isEmpty() {
            return counted.isEmpty() && explained.isEmpty();
        }
    }

    /** Counts a call. */
    void count(RefusedCall call) {
        lock.lock();
        try {
            add(new CountedRefusal(call, 1));
        } finally {
            lock.unlock();
        }
    }

    /** Whether one more call of this address is to be explained in this minute; if so it is counted. */
    boolean hasRoomFor(RefusedCall call) {
        lock.lock();
        try {
            Instant now = new CountedRefusal(call, 1).minute();
            if (!now.equals(minute)) {
                minute = now;
                explainedInAll = 0;
                explainedOf.clear();
            }
            int of = explainedOf.getOrDefault(call.address(), 0);
            if (of >= MAX_EXPLAINED_OF_ONE || explainedInAll >= MAX_EXPLAINED || explained.size() >= MAX_COUNTS) {
                return false;
            }
            explainedOf.put(call.address(), of + 1);
            explainedInAll++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps what explains a call, which had room. */
    void explain(ExplainedRefusal refusal) {
        lock.lock();
        try {
            explained.add(refusal);
        } finally {
            lock.unlock();
        }
    }

    /** Takes out up to {@code max} counts, the oldest first, and every explanation. */
    Taken take(int max) {
        lock.lock();
        try {
            List<CountedRefusal> counted = counts.values().stream().limit(max).toList();
            counted.forEach(one -> counts.remove(Key.of(one)));
            List<ExplainedRefusal> told = List.copyOf(explained);
            explained.clear();
            return new Taken(counted, told);
        } finally {
            lock.unlock();
        }
    }

    /** Puts back what could not be written. */
    void putBack(Taken taken) {
        lock.lock();
        try {
            taken.counted().forEach(this::add);
            if (explained.size() + taken.explained().size() <= MAX_COUNTS) {
                explained.addAll(taken.explained());
            }
        } finally {
            lock.unlock();
        }
    }

    private void add(CountedRefusal one) {
        Key key = Key.of(one);
        if (counts.containsKey(key) || counts.size() < MAX_COUNTS) {
            counts.merge(key, one, RefusalBook::sum);
            return;
        }
        RefusedCall call = one.first();
        CountedRefusal other = new CountedRefusal(
                new RefusedCall(TOO_MANY, null, null, call.route(), call.requestId(), OTHERS, call.at()), one.times());
        counts.merge(Key.of(other), other, RefusalBook::sum);
    }

    private static CountedRefusal sum(CountedRefusal one, CountedRefusal other) {
        boolean earlier = other.first().at().isBefore(one.first().at());
        return new CountedRefusal(earlier ? other.first() : one.first(), one.times() + other.times());
    }
}
