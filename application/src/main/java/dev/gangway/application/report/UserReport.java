package dev.gangway.application.report;

import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.Jurisdiction;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user's report page shows.
 *
 * @param userId the user
 * @param email the user's address
 * @param name given name, null if not told
 * @param jurisdiction where the user pays tax
 * @param broughtBy the name of the partner that brought the user, null if none did
 * @param wayForward where that partner makes the user a fresh link, null if nowhere
 * @param discountCode the discount that the user has, null for none
 * @param sources the user's sources, oldest first, merged ones left out
 * @param transactionCount of all sources
 */
public record UserReport(
        UserId userId,
        String email,
        @Nullable String name,
        Jurisdiction jurisdiction,
        @Nullable String broughtBy,
        @Nullable WebAddress wayForward,
        @Nullable String discountCode,
        List<SourceSummary> sources,
        long transactionCount) {
    /** Copies. */
    public UserReport {
        sources = List.copyOf(sources);
    }

    /**
     * One source.
     *
     * @param failure why its last import failed, null if it did not
     * @param transactionCount how many transactions are stored so far
     * @param importedAt when an import last completed, null if none has
     * @param refreshing whether an import of it is queued or running
     */
    public record SourceSummary(
            SourceId id,
            ExchangeName exchange,
            SourceStatus status,
            @Nullable SourceFailure failure,
            long transactionCount,
            @Nullable Instant importedAt,
            boolean refreshing) {}
}
