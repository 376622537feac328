package dev.gangway.application.testkit.memory;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.portfolio.SharedConnection;
import dev.gangway.application.portfolio.port.Portfolios;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.Sharing;
import dev.gangway.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class InMemoryPortfolios implements Portfolios {
    private final InMemoryStore store;

    InMemoryPortfolios(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public @Nullable LedgerScope visible(UserId user, PartnerId partner) {
        return store.<@Nullable LedgerScope>inState(state -> {
            State.ConnectionKey key = new State.ConnectionKey(user, partner);
            if (!isActive(state, key)) {
                return null;
            }
            return state.sharingAll.contains(key) ? LedgerScope.whole(user) : new LedgerScope(user, partner);
        });
    }

    @Override
    public List<SharedConnection> sharing(UserId user) {
        return store.inState(state -> state.connections.keySet().stream()
                .filter(key -> key.user().equals(user) && isActive(state, key))
                .map(key -> new SharedConnection(
                        key.partner(),
                        Objects.requireNonNull(state.partners.get(key.partner()))
                                .name(),
                        state.sharingAll.contains(key) ? Sharing.ALL_SOURCES : Sharing.SENT_SOURCES))
                .sorted(Comparator.comparing(SharedConnection::name))
                .toList());
    }

    @Override
    public Shared share(UserId user, PartnerId partner, Sharing sharing, AuditEntry audit) {
        return store.inState(state -> {
            State.ConnectionKey key = new State.ConnectionKey(user, partner);
            if (!isActive(state, key)) {
                return Shared.NOT_CONNECTED;
            }
            boolean changed = switch (sharing) {
                case ALL_SOURCES -> state.sharingAll.add(key);
                case SENT_SOURCES -> state.sharingAll.remove(key);
            };
            if (changed) {
                state.audit.add(audit);
            }
            return changed ? Shared.CHANGED : Shared.AS_BEFORE;
        });
    }

    private static boolean isActive(State state, State.ConnectionKey key) {
        Connection connection = state.connections.get(key);
        return connection != null && connection.isActive();
    }
}
