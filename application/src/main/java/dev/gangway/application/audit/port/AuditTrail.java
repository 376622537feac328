package dev.gangway.application.audit.port;

import dev.gangway.application.audit.AuditFilter;
import dev.gangway.application.audit.AuditRow;
import dev.gangway.application.audit.CountedRefusal;
import dev.gangway.application.audit.ExplainedRefusal;
import dev.gangway.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.List;

/** The audit log: appended to, counted in, read; never changed. */
public interface AuditTrail {
    /** Appends an entry; for changes whose own port does not. */
    void append(AuditEntry entry);

    /**
     * Counts refused calls, one row for each minute, address and reason whichever nodes count, and keeps what explains
     * them: all or nothing.
     */
    void record(List<CountedRefusal> counted, List<ExplainedRefusal> explained);

    /** The newest {@code limit} rows that pass the filter, oldest first. */
    List<AuditRow> rows(AuditFilter filter, int limit);

    /** What is kept of the refused calls with this id, which callers choose: the newest {@code limit}, newest first. */
    List<ExplainedRefusal> explained(String requestId, int limit);

    /** Forgets what explains calls that were refused before {@code before}; returns how many. */
    int forgetExplanations(Instant before);
}
