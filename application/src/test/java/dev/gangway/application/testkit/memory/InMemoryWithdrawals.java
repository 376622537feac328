package dev.gangway.application.testkit.memory;

import dev.gangway.application.user.port.Withdrawals;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.Objects;

final class InMemoryWithdrawals implements Withdrawals {
    private final InMemoryStore store;

    InMemoryWithdrawals(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Removed remove(UserId user, SourceId source, PartnerId partner, Instant now, AuditEntry audit) {
        return store.inState(state -> {
            if (!state.isConnected(user, partner)) {
                return Removed.NO_SUCH_USER;
            }
            State.Removal removal = new State.Removal(source, partner, user);
            SourceRow row = state.sources.get(source);
            boolean own = row != null && row.owner().equals(user);
            if (!own || !state.senders.remove(new State.Sender(source, partner))) {
                return state.removals.contains(removal) ? Removed.AS_BEFORE : Removed.NO_SUCH_SOURCE;
            }
            boolean sentByOthers =
                    state.senders.stream().anyMatch(sender -> sender.source().equals(source));
            if (!sentByOthers && !state.keptByUsers.contains(source)) {
                state.sources.remove(source);
                state.ledger.keySet().removeIf(key -> key.source().equals(source));
                state.refreshes.remove(source);
                state.queuedImports.removeIf(job -> job.source().equals(source));
            }
            state.removals.add(removal);
            state.audit.add(audit);
            return Removed.REMOVED;
        });
    }

    @Override
    public boolean disconnect(UserId user, PartnerId partner, Instant now, AuditEntry audit) {
        return store.inState(state -> {
            if (!state.isConnected(user, partner)) {
                return false;
            }
            State.ConnectionKey key = new State.ConnectionKey(user, partner);
            Connection known = Objects.requireNonNull(state.connections.get(key));
            state.connections.put(
                    key, new Connection(partner, ConnectionStatus.REVOKED, known.approvedAt(), known.partnerUserId()));
            state.sharingAll.remove(key);
            state.links.replaceAll((id, row) -> row.isUnused()
                            && row.link().userId().equals(user)
                            && row.link().partnerId().equals(partner)
                    ? row.revoked(now)
                    : row);
            state.audit.add(audit);
            return true;
        });
    }
}
