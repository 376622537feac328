package dev.gangway.application.testkit.memory;

import dev.gangway.application.source.port.SourceRefreshes;
import dev.gangway.application.testkit.contract.QueuedImport;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.RefreshDecision;
import dev.gangway.domain.source.RefreshInterval;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

final class InMemorySourceRefreshes implements SourceRefreshes {
    private final InMemoryStore store;

    InMemorySourceRefreshes(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Due queueDue(RefreshInterval interval, Instant now, int most) {
        return store.inState(state -> {
            List<SourceRow> due = state.sources.values().stream()
                    .filter(row -> row.progress().status() == SourceStatus.POPULATED && !row.isUploaded())
                    .filter(row -> !refreshAt(state, row, Instant.MIN).isAfter(now))
                    .sorted(Comparator.comparing(row -> refreshAt(state, row, Instant.MAX)))
                    .limit(most)
                    .toList();
            int queued = 0;
            for (SourceRow row : due) {
                State.Refreshes known = state.refreshes.getOrDefault(row.id(), State.Refreshes.NONE);
                Instant importedAt = row.progress().importedAt();
                Instant next = known.at() == null && importedAt != null
                        ? interval.first(row.id(), importedAt, now)
                        : interval.next(row.id(), now);
                if (known.at() != null && !isBusy(state, row.id())) {
                    queue(state, row, ImportPriority.REFRESH);
                    queued++;
                }
                state.refreshes.put(row.id(), new State.Refreshes(next, known.askedAt()));
            }
            return new Due(queued, due.size() - queued);
        });
    }

    private static Instant refreshAt(State state, SourceRow row, Instant untold) {
        Instant at =
                state.refreshes.getOrDefault(row.id(), State.Refreshes.NONE).at();
        return at == null ? untold : at;
    }

    @Override
    public RefreshDecision refresh(
            UserId user, SourceId source, RefreshInterval interval, Instant now, AuditEntry audit) {
        return store.inState(state -> {
            SourceRow row = state.sources.get(source);
            if (row == null || !row.owner().equals(user)) {
                return new RefreshDecision.NoSuchSource();
            }
            State.Refreshes known = state.refreshes.getOrDefault(source, State.Refreshes.NONE);
            RefreshDecision decision = RefreshDecision.of(
                    row.progress().status(), !row.isUploaded(), isBusy(state, source), known.askedAt(), now);
            if (decision instanceof RefreshDecision.Queue queue) {
                SourceRow.Progress progress = row.progress();
                state.sources.put(
                        source,
                        row.with(
                                progress.status() == SourceStatus.FAILED
                                        ? progress.requeued()
                                        : progress.withoutFailure()));
                state.refreshes.put(source, new State.Refreshes(interval.next(source, now), now));
                queue(state, row, queue.priority());
                state.audit.add(audit);
            }
            return decision;
        });
    }

    private static boolean isBusy(State state, SourceId source) {
        return state.queuedImports.stream().anyMatch(job -> job.source().equals(source));
    }

    private static void queue(State state, SourceRow row, ImportPriority priority) {
        state.queuedImports.add(new QueuedImport(row.id(), row.sealed().id(), priority));
    }
}
