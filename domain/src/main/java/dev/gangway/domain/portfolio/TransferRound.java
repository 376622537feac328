package dev.gangway.domain.portfolio;

import java.util.Arrays;

/**
 * Pairs the free ends that fit in one form, nearest in time first.
 *
 * <p>Ends lie in runs of one group and lane, in order of time. From any end one walks to its nearest fitting end, from
 * there to the nearest of that, until two are each other's nearest: those are a pair, whatever else there is, because
 * distances have one order. Each step is a few binary searches, and there are at most twice as many steps as ends.
 */
final class TransferRound {
    /**
     * How many ends of a run are looked at in one direction before one is taken for having none that fits: only ends of
     * nearly the same amount are ever skipped.
     */
    private static final int LOOK = 64;

    private static final int NONE = -1;

    private final TransferEnds ends;
    private final TransferForm form;
    private final int[] partners;
    /** Places to ends, by group, lane and time. */
    private final int[] order;
    /** Where each run begins; and the end of the last. */
    private final int[] runs;
    /** The first run of each group; and the end of the last. */
    private final int[] groupRuns;
    /** The number of each group, ascending. */
    private final long[] groups;
    /** The group of each place. */
    private final int[] groupOf;
    /** The nearest free place at or after, and at or before each. */
    private final FreePlaces free;

    TransferRound(TransferEnds ends, TransferForm form, int assetCount, int[] partners) {
        this.ends = ends;
        this.form = form;
        this.partners = partners;
        int[] open = open(partners);
        long[] numbers = new long[open.length];
        for (int i = 0; i < open.length; i++) {
            numbers[i] = ends.group(form, assetCount, open[i]);
        }
        groups = Arrays.stream(numbers).sorted().distinct().toArray();
        int[] lanes = new int[ends.size()];
        int[] ranks = new int[ends.size()];
        for (int i = 0; i < open.length; i++) {
            lanes[open[i]] = ends.lane(open[i]);
            ranks[open[i]] = Arrays.binarySearch(groups, numbers[i]);
        }
        order = sorted(sorted(open, lanes, ends.laneCount()), ranks, groups.length);
        groupOf = new int[order.length];
        groupRuns = new int[groups.length + 1];
        int[] begins = new int[order.length + 1];
        int count = 0;
        for (int place = 0; place < order.length; place++) {
            groupOf[place] = ranks[order[place]];
            boolean first = place == 0 || groupOf[place] != groupOf[place - 1];
            if (first || lanes[order[place]] != lanes[order[place - 1]]) {
                if (first) {
                    groupRuns[groupOf[place]] = count;
                }
                begins[count++] = place;
            }
        }
        begins[count] = order.length;
        groupRuns[groups.length] = count;
        runs = Arrays.copyOf(begins, count + 1);
        free = new FreePlaces(order.length);
    }

    void match() {
        int[] path = new int[order.length + 1];
        for (int start = 0; start < order.length; start++) {
            int length = 0;
            if (free.isFree(start)) {
                path[length++] = start;
            }
            while (length > 0) {
                int here = path[length - 1];
                int before = length > 1 ? path[length - 2] : NONE;
                int nearest = nearest(here, before);
                if (nearest == NONE) {
                    free.take(here);
                    length--;
                } else if (nearest == before) {
                    pair(here, before);
                    length -= 2;
                } else {
                    path[length++] = nearest;
                }
            }
        }
    }

    private void pair(int one, int other) {
        partners[order[one]] = order[other];
        partners[order[other]] = order[one];
        free.take(one);
        free.take(other);
    }

    /** The free place nearest to {@code place} that fits it; {@code known} is one that does. */
    private int nearest(int place, int known) {
        int best = known;
        int group = groupOf[place];
        best = nearest(place, group, best);
        if (form == TransferForm.NEARLY) {
            // what was sent may lie one band higher than what arrived
            int neighbour = ends.isIncoming(order[place]) ? group + 1 : group - 1;
            if (neighbour >= 0 && neighbour < groups.length && Math.abs(groups[neighbour] - groups[group]) == 1) {
                best = nearest(place, neighbour, best);
            }
        }
        return best;
    }

    private int nearest(int place, int group, int known) {
        int best = known;
        for (int run = groupRuns[group]; run < groupRuns[group + 1]; run++) {
            if (TransferEnds.lanesFit(ends.lane(order[place]), ends.lane(order[runs[run]]))) {
                int middle = firstAfter(runs[run], runs[run + 1], ends.time(order[place]));
                best = ahead(place, middle, runs[run + 1], best);
                best = behind(place, middle - 1, runs[run], best);
            }
        }
        return best;
    }

    private int ahead(int place, int from, int end, int known) {
        int best = known;
        int looked = 0;
        for (int at = free.next(from); at < end && looked++ < LOOK; at = free.next(at + 1)) {
            if (!ends.timesFit(order[place], order[at]) || isFurther(place, at, best)) {
                break;
            }
            best = better(place, at, best);
        }
        return best;
    }

    private int behind(int place, int from, int begin, int known) {
        int best = known;
        int looked = 0;
        for (int at = free.previous(from); at >= begin && looked++ < LOOK; at = free.previous(at - 1)) {
            if (!ends.timesFit(order[place], order[at]) || isFurther(place, at, best)) {
                break;
            }
            best = better(place, at, best);
        }
        return best;
    }

    private boolean isFurther(int place, int at, int best) {
        return best != NONE && distance(place, at) > distance(place, best);
    }

    private int better(int place, int at, int best) {
        if (best == NONE || distance(place, at) < distance(place, best) || at < best) {
            return ends.amountsFit(form, order[place], order[at]) ? at : best;
        }
        return best;
    }

    private long distance(int place, int other) {
        return Math.abs(ends.time(order[place]) - ends.time(order[other]));
    }

    private int firstAfter(int from, int end, long time) {
        int low = from;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends.time(order[middle]) > time) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static int[] open(int[] partners) {
        int[] open = new int[partners.length];
        int count = 0;
        for (int end = 0; end < partners.length; end++) {
            if (partners[end] < 0) {
                open[count++] = end;
            }
        }
        return Arrays.copyOf(open, count);
    }

    /** Sorts by the key of each, those of equal keys staying in order. */
    private static int[] sorted(int[] numbers, int[] keyOf, int keys) {
        int[] places = new int[keys + 1];
        for (int number : numbers) {
            places[keyOf[number] + 1]++;
        }
        for (int key = 0; key < keys; key++) {
            places[key + 1] += places[key];
        }
        int[] sorted = new int[numbers.length];
        for (int number : numbers) {
            sorted[places[keyOf[number]]++] = number;
        }
        return sorted;
    }
}
