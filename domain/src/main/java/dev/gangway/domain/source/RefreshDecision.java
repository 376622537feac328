package dev.gangway.domain.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of a user's wish to have a source brought up to date now. */
public sealed interface RefreshDecision {
    /** A source is refreshed by hand no more often than this. */
    Duration PAUSE = Duration.ofMinutes(1);

    /** An import is queued; one that had failed is {@code processing} again. */
    record Queue(ImportPriority priority) implements RefreshDecision {}

    /** One is queued or running already: there is nothing to add. */
    record UnderWay() implements RefreshDecision {}

    /** It was done a moment ago; it may be done again at {@code from}. */
    record TooSoon(Instant from) implements RefreshDecision {}

    /** The exchange refuses the key that we have: another one comes first. */
    record KeyNeeded() implements RefreshDecision {}

    /** Its history was uploaded: there is no exchange to ask. */
    record NothingToAsk() implements RefreshDecision {}

    /** There is no such source, or it has moved into another. */
    record NoSuchSource() implements RefreshDecision {}

    /**
     * Decides.
     *
     * @param status where the source stands
     * @param hasKey whether it has credentials
     * @param busy whether an import of it is queued or running
     * @param askedAt when its owner last had it refreshed, null for never
     */
    static RefreshDecision of(
            SourceStatus status, boolean hasKey, boolean busy, @Nullable Instant askedAt, Instant now) {
        if (status == SourceStatus.MERGED) {
            return new NoSuchSource();
        }
        if (!hasKey) {
            return new NothingToAsk();
        }
        return switch (status) {
            case MERGED -> new NoSuchSource();
            case PROCESSING -> new UnderWay();
            case CREDENTIALS_FAILED -> new KeyNeeded();
            case POPULATED -> busy ? new UnderWay() : inTime(ImportPriority.REFRESH, askedAt, now);
            case FAILED -> inTime(ImportPriority.FIRST, askedAt, now);
        };
    }

    private static RefreshDecision inTime(ImportPriority priority, @Nullable Instant askedAt, Instant now) {
        // a clock that was ahead blocks nobody for long
        return askedAt == null || askedAt.isAfter(now) || !now.isBefore(askedAt.plus(PAUSE))
                ? new Queue(priority)
                : new TooSoon(askedAt.plus(PAUSE));
    }
}
