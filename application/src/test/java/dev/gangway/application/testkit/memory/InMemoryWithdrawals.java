package dev.gangway.application.testkit.memory;

import dev.gangway.application.user.port.Withdrawals;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

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
            SourceRow named = state.sources.get(source);
            boolean own = named != null && named.owner().equals(user);
            SourceId meant = own ? state.mergedInto.getOrDefault(source, source) : source;
            if (!own || !state.senders.remove(new State.Sender(meant, partner))) {
                return state.removals.contains(new State.Removal(meant, partner, user))
                        ? Removed.AS_BEFORE
                        : Removed.NO_SUCH_SOURCE;
            }
            state.keySenders.remove(new State.Sender(meant, partner));
            Set<SourceId> names = names(state, meant);
            names.forEach(name -> state.removals.add(new State.Removal(name, partner, user)));
            if (!isSent(state.senders, meant) && !state.keptByUsers.contains(meant)) {
                state.sources.keySet().removeAll(names);
                state.ledger.keySet().removeIf(key -> key.source().equals(meant));
                state.refreshes.remove(meant);
                state.queuedImports.removeIf(job -> names.contains(job.source()));
            } else if (!isSent(state.keySenders, meant) && !state.keysByUsers.contains(meant)) {
                state.sources.computeIfPresent(meant, (id, row) -> row.withoutKey());
                state.queuedImports.removeIf(job -> job.source().equals(meant));
            }
            state.audit.add(audit);
            return Removed.REMOVED;
        });
    }

    private static boolean isSent(Set<State.Sender> senders, SourceId source) {
        return senders.stream().anyMatch(sender -> sender.source().equals(source));
    }

    /** The source's id and those of the ones that have merged into it. */
    private static Set<SourceId> names(State state, SourceId source) {
        Set<SourceId> names = new LinkedHashSet<>(Set.of(source));
        state.mergedInto.forEach((merged, into) -> {
            if (into.equals(source)) {
                names.add(merged);
            }
        });
        return names;
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
