package dev.gangway.application.report.port;

import dev.gangway.application.report.UserReport;
import dev.gangway.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what the report page shows. */
public interface Reports {
    /** The user's report, or null if there is no such user. */
    @Nullable
    UserReport find(UserId user);

    /** The user's sources as their report has them, in one query; none if there is no such user. */
    List<UserReport.SourceSummary> sources(UserId user);
}
