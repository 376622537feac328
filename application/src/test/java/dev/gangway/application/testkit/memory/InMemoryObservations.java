package dev.gangway.application.testkit.memory;

import dev.gangway.application.testkit.contract.Observations;
import dev.gangway.application.testkit.contract.QueuedImport;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

final class InMemoryObservations implements Observations {
    private final InMemoryStore store;

    InMemoryObservations(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<QueuedImport> queuedImports() {
        return store.inState(state -> List.copyOf(state.queuedImports));
    }

    @Override
    public void endQueuedImports() {
        store.inState(state -> {
            state.queuedImports.clear();
            return state;
        });
    }

    @Override
    public List<AuditEntry> audit() {
        return store.inState(state -> List.copyOf(state.audit));
    }

    @Override
    public Set<PartnerId> sendersOf(SourceId source) {
        return store.inState(state -> state.senders.stream()
                .filter(sender -> sender.source().equals(source))
                .map(State.Sender::partner)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public List<LedgerTransaction> transactionsOf(UserId user) {
        return store.inState(state -> state.ledger.entrySet().stream()
                .filter(entry -> {
                    SourceRow row = state.sources.get(entry.getKey().source());
                    return row != null && row.owner().equals(user);
                })
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(LedgerTransaction::occurredAt).reversed())
                .toList());
    }

    @Override
    public long users() {
        return store.inState(state -> (long) state.users.size());
    }

    @Override
    public long attributions() {
        return store.inState(state -> (long) state.attributions.size());
    }

    @Override
    public Map<String, Long> rows() {
        return store.inState(State::rows);
    }
}
