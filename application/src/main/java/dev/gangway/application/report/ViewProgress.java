package dev.gangway.application.report;

import dev.gangway.application.report.UserReport.SourceSummary;
import dev.gangway.application.report.port.Reports;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.UserId;
import java.util.List;

/** How far a user's imports have come; asked again and again, so it reads no more than the sources. */
public final class ViewProgress {
    private final Reports reports;

    /** Reads from {@code reports}. */
    public ViewProgress(Reports reports) {
        this.reports = reports;
    }

    /** Whose; always the signed-in user's own. */
    public record Command(UserId userId) {}

    /** How far they have come. */
    public sealed interface Outcome {
        /** At least one source is being read. */
        record UnderWay(List<SourceSummary> sources, long transactions, int done) implements Outcome {
            /** Copies. */
            public UnderWay {
                sources = List.copyOf(sources);
            }
        }

        /** None is. */
        record Nothing() implements Outcome {}
    }

    /** Reads it. */
    public Outcome execute(Command command) {
        List<SourceSummary> sources = reports.sources(command.userId());
        int busy = (int) sources.stream().filter(ViewProgress::isBusy).count();
        return busy == 0
                ? new Outcome.Nothing()
                : new Outcome.UnderWay(
                        sources,
                        sources.stream()
                                .mapToLong(SourceSummary::transactionCount)
                                .sum(),
                        sources.size() - busy);
    }

    private static boolean isBusy(SourceSummary source) {
        return source.status() == SourceStatus.PROCESSING
                || (source.status() == SourceStatus.POPULATED && source.refreshing());
    }
}
