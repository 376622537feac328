package dev.gangway.application.testkit.memory;

import dev.gangway.application.source.port.SourceKeys;
import dev.gangway.application.testkit.contract.QueuedImport;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import org.jspecify.annotations.Nullable;

final class InMemorySourceKeys implements SourceKeys {
    private final InMemoryStore store;

    InMemorySourceKeys(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public @Nullable KeyHolder find(UserId user, SourceId source) {
        return store.<@Nullable KeyHolder>inState(state -> {
            SourceRow row = of(state, user, source);
            return row == null
                    ? null
                    : new KeyHolder(
                            row.id(),
                            row.exchange(),
                            row.progress().status(),
                            row.progress().failure(),
                            row.isUploaded());
        });
    }

    private static @Nullable SourceRow of(State state, UserId user, SourceId source) {
        SourceRow row = state.sources.get(source);
        return row == null || row.isMerged() || !row.owner().equals(user) ? null : row;
    }

    @Override
    public Replaced replace(NewKey key, AuditEntry audit) {
        return store.inState(state -> {
            SourceRow row = of(state, key.owner(), key.source());
            if (row == null) {
                return Replaced.NO_SUCH_SOURCE;
            }
            if (row.isUploaded()) {
                return Replaced.WAS_UPLOADED;
            }
            boolean inUse = state.sources.values().stream()
                    .anyMatch(other -> !other.isMerged()
                            && !other.id().equals(row.id())
                            && other.owner().equals(row.owner())
                            && other.exchange().equals(row.exchange())
                            && other.keyFingerprint().equals(key.keyFingerprint()));
            if (inUse) {
                return Replaced.IN_USE;
            }
            state.queuedImports.removeIf(job -> job.source().equals(row.id()));
            SourceRow.Progress progress =
                    row.progress().queuedAgain().withoutFailure().running(null);
            SourceRow replaced = new SourceRow(
                    row.id(),
                    row.owner(),
                    row.exchange(),
                    key.keyFingerprint(),
                    key.secretFingerprint(),
                    key.sealed(),
                    progress,
                    row.createdAt());
            state.sources.put(row.id(), replaced);
            state.keptByUsers.add(row.id());
            state.keysByUsers.add(row.id());
            State.Refreshes known = state.refreshes.getOrDefault(row.id(), State.Refreshes.NONE);
            state.refreshes.put(row.id(), new State.Refreshes(null, known.askedAt()));
            state.queuedImports.add(new QueuedImport(row.id(), key.sealed().id(), replaced.priority()));
            state.audit.add(audit);
            return Replaced.REPLACED;
        });
    }
}
