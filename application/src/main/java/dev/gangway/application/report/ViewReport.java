package dev.gangway.application.report;

import dev.gangway.application.report.port.Reports;
import dev.gangway.domain.user.UserId;

/** What a signed-in user sees of their own: sources, their state, their latest transactions. */
public final class ViewReport {
    /** How many of the latest transactions the page shows. */
    public static final int LATEST = 25;

    private final Reports reports;

    /** Reads from {@code reports}. */
    public ViewReport(Reports reports) {
        this.reports = reports;
    }

    /** Whose report; always the signed-in user's own. */
    public record Command(UserId userId) {}

    /** The report, if there is one. */
    public sealed interface Outcome {
        /** There is. */
        record Found(UserReport report) implements Outcome {}

        /** The user is gone. */
        record NoSuchUser() implements Outcome {}
    }

    /** Reads it. */
    public Outcome execute(Command command) {
        UserReport report = reports.find(command.userId(), LATEST);
        return report == null ? new Outcome.NoSuchUser() : new Outcome.Found(report);
    }
}
