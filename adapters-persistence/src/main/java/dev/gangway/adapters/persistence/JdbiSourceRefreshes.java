package dev.gangway.adapters.persistence;

import dev.gangway.application.source.port.SourceRefreshes;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.RefreshDecision;
import dev.gangway.domain.source.RefreshInterval;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Queues refreshes; whoever decides on a source has its row locked. */
final class JdbiSourceRefreshes implements SourceRefreshes {
    private static final String DUE = """
            select id, credentials_id, refresh_at, imported_at from sources
            where status = 'populated' and credentials_id is not null and (refresh_at is null or refresh_at <= :now)
            order by refresh_at limit :most
            for update skip locked""";

    private static final String PLAN = """
            update sources set refresh_at = :next where id = :source""";

    private static final String LOCK = """
            select status, credentials_id, refresh_asked_at from sources
            where id = :source and user_id = :user for update""";

    private static final String ASKED = """
            update sources set refresh_at = :next, refresh_asked_at = :now, failure = null,
                next_page = case when status = 'failed' then null else next_page end,
                status = case when status = 'failed' then 'processing' else status end
            where id = :source""";

    private record Planned(
            SourceId id,
            String credentials,
            @Nullable Instant refreshAt,
            @Nullable Instant importedAt) {}

    private record Asked(
            SourceStatus status,
            @Nullable String credentials,
            @Nullable Instant askedAt) {}

    private final Jdbi jdbi;

    JdbiSourceRefreshes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Due queueDue(RefreshInterval interval, Instant now, int most) {
        return jdbi.inTransaction(handle -> {
            List<Planned> due = handle.createQuery(DUE)
                    .bind("now", Rows.utc(now))
                    .bind("most", most)
                    .map((row, context) -> planned(row))
                    .list();
            int queued = 0;
            for (Planned source : due) {
                if (source.refreshAt() != null && !ImportQueue.isBusy(handle, source.id())) {
                    ImportQueue.addRefresh(handle, source.id(), source.credentials(), ImportPriority.REFRESH, now);
                    queued++;
                }
            }
            plan(handle, due, interval, now);
            return new Due(queued, due.size() - queued);
        });
    }

    private static void plan(Handle handle, List<Planned> due, RefreshInterval interval, Instant now) {
        if (due.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(PLAN);
        for (Planned source : due) {
            Instant importedAt = source.importedAt();
            Instant next = source.refreshAt() == null && importedAt != null
                    ? interval.first(source.id(), importedAt, now)
                    : interval.next(source.id(), now);
            batch.bind("source", source.id().value())
                    .bind("next", Rows.utc(next))
                    .add();
        }
        batch.execute();
    }

    private static Planned planned(ResultSet row) throws SQLException {
        return new Planned(
                new SourceId(row.getString("id")),
                row.getString("credentials_id"),
                Rows.optionalTime(row, "refresh_at"),
                Rows.optionalTime(row, "imported_at"));
    }

    @Override
    public RefreshDecision refresh(
            UserId user, SourceId source, RefreshInterval interval, Instant now, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            Asked asked = handle.createQuery(LOCK)
                    .bind("source", source.value())
                    .bind("user", user.value())
                    .map((row, context) -> new Asked(
                            Rows.constant(row, "status", SourceStatus.class),
                            row.getString("credentials_id"),
                            Rows.optionalTime(row, "refresh_asked_at")))
                    .findOne()
                    .orElse(null);
            if (asked == null) {
                return new RefreshDecision.NoSuchSource();
            }
            String credentials = asked.credentials();
            RefreshDecision decision = RefreshDecision.of(
                    asked.status(), credentials != null, ImportQueue.isBusy(handle, source), asked.askedAt(), now);
            if (decision instanceof RefreshDecision.Queue queue && credentials != null) {
                ImportQueue.addRefresh(handle, source, credentials, queue.priority(), now);
                handle.createUpdate(ASKED)
                        .bind("source", source.value())
                        .bind("next", Rows.utc(interval.next(source, now)))
                        .bind("now", Rows.utc(now))
                        .execute();
                AuditLog.append(handle, audit);
            }
            return decision;
        });
    }
}
