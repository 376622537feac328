package dev.gangway.application.testkit.memory;

import dev.gangway.application.testkit.contract.Arrangements;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.UserId;
import java.time.Instant;

final class InMemoryArrangements implements Arrangements {
    private final InMemoryStore store;

    InMemoryArrangements(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void connect(UserId user, Connection connection, Instant createdAt) {
        store.inState(state -> {
            State.ConnectionKey key = new State.ConnectionKey(user, connection.partnerId());
            state.sharingAll.remove(key);
            return state.connections.put(key, connection);
        });
    }
}
