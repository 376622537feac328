package dev.gangway.application.source.port;

import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.source.RefreshDecision;
import dev.gangway.domain.source.RefreshInterval;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Instant;

/** Queues imports of sources that have been imported before. */
public interface SourceRefreshes {
    /**
     * Queues a refresh of populated sources that are due, longest due first, and plans each one's next; a source whose
     * import is queued or running already is only planned. Sources that nobody has planned yet are planned. Any number of
     * nodes may call at once: none queues what another does.
     *
     * @param most how many sources at most
     * @return what was done; fewer than {@code most} in all means that no more are due
     */
    Due queueDue(RefreshInterval interval, Instant now, int most);

    /**
     * What was done.
     *
     * @param queued how many sources are queued now
     * @param planned how many were only planned
     */
    record Due(int queued, int planned) {}

    /**
     * Carries out {@link RefreshDecision#of} for a source of this user's: where it says so, an import is queued, the
     * wish is noted, the next refresh is planned by {@code interval} and {@code audit} recorded, all or nothing. Of any
     * number of simultaneous calls one queues.
     *
     * @return what was decided; nobody else's source is one
     */
    RefreshDecision refresh(UserId user, SourceId source, RefreshInterval interval, Instant now, AuditEntry audit);
}
