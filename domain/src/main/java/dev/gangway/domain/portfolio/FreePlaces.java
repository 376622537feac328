package dev.gangway.domain.portfolio;

/** Places that are taken one by one, and the nearest that are left, found in nearly constant time. */
final class FreePlaces {
    private final int[] next;
    private final int[] previous;

    /** Places {@code 0} to {@code count - 1}, all free. */
    FreePlaces(int count) {
        // previous is shifted by one, so that "none" is a place as well
        next = new int[count + 1];
        previous = new int[count + 1];
        for (int place = 0; place <= count; place++) {
            next[place] = place;
            previous[place] = place;
        }
    }

    boolean isFree(int place) {
        return next[place] == place;
    }

    void take(int place) {
        next[place] = place + 1;
        previous[place + 1] = place;
    }

    /** The first free place at or after that one; the count if there is none. */
    int next(int place) {
        return find(next, place);
    }

    /** The last free place at or before that one; -1 if there is none. */
    int previous(int place) {
        return find(previous, place + 1) - 1;
    }

    private static int find(int[] links, int from) {
        int place = from;
        while (links[place] != place) {
            links[place] = links[links[place]];
            place = links[place];
        }
        return place;
    }
}
