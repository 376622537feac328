package dev.gangway.application.testkit.memory;

import dev.gangway.application.signin.port.Sessions;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.signin.NewSession;
import dev.gangway.domain.signin.Session;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class InMemorySessions implements Sessions {
    private final InMemoryStore store;

    InMemorySessions(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public @Nullable Session find(Digest idHash) {
        return store.<@Nullable Session>inState(state -> {
            State.SessionRow row = state.sessions.get(idHash);
            if (row == null) {
                return null;
            }
            NewSession session = row.session();
            return new Session(
                    idHash,
                    session.userId(),
                    Objects.requireNonNull(state.users.get(session.userId()))
                            .email()
                            .value(),
                    session.signedInAt(),
                    row.lastSeenAt());
        });
    }

    @Override
    public void touch(Digest idHash, Instant now) {
        store.inState(state -> state.sessions.computeIfPresent(
                idHash, (id, row) -> now.isAfter(row.lastSeenAt()) ? new State.SessionRow(row.session(), now) : row));
    }

    @Override
    public boolean end(Digest idHash, AuditEntry audit) {
        return store.inState(state -> {
            boolean there = state.sessions.remove(idHash) != null;
            if (there) {
                state.audit.add(audit);
            }
            return there;
        });
    }

    @Override
    public int purge(Instant signedInBefore, Instant lastSeenBefore) {
        return store.inState(state -> {
            int before = state.sessions.size();
            state.sessions
                    .values()
                    .removeIf(row -> row.session().signedInAt().isBefore(signedInBefore)
                            || row.lastSeenAt().isBefore(lastSeenBefore));
            return before - state.sessions.size();
        });
    }
}
