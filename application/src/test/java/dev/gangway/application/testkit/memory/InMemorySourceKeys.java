package dev.gangway.application.testkit.memory;

import dev.gangway.application.source.port.SourceKeys;
import dev.gangway.application.testkit.contract.QueuedImport;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    public Set<String> ringKeys(UserId user) {
        return store.inState(state ->
                withKeys(state, user).map(row -> row.fingerprint().ringKey()).collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<SourceRow> withKeys(State state, UserId user) {
        return state.sources.values().stream().filter(row -> row.owner().equals(user) && row.hasKey());
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
            List<CredentialFingerprint> others = withKeys(state, key.owner())
                    .filter(other ->
                            !other.id().equals(row.id()) && other.exchange().equals(row.exchange()))
                    .map(SourceRow::fingerprint)
                    .toList();
            if (others.stream().anyMatch(key.fingerprints()::areOfApiKey)) {
                return Replaced.IN_USE;
            }
            if (!others.stream().allMatch(other -> key.fingerprints().canTell(other.ringKey()))) {
                return Replaced.OTHER_RING_KEY;
            }
            state.queuedImports.removeIf(job -> job.source().equals(row.id()));
            SourceRow.Progress progress =
                    row.progress().queuedAgain().withoutFailure().running(null);
            SourceRow replaced = new SourceRow(
                    row.id(),
                    row.owner(),
                    row.exchange(),
                    key.fingerprints().inUse(),
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
