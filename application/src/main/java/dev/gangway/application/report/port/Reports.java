package dev.gangway.application.report.port;

import dev.gangway.application.report.UserReport;
import dev.gangway.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Reads what the report page shows. */
public interface Reports {
    /**
     * The user's report, or null if there is no such user.
     *
     * @param latest how many of the latest transactions it holds at most
     */
    @Nullable
    UserReport find(UserId user, int latest);
}
