package dev.gangway.application.testkit.memory;

import dev.gangway.application.source.port.Derivations;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class InMemoryDerivations implements Derivations {
    private final InMemoryStore store;

    InMemoryDerivations(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<SourceId> sources(ExchangeName exchange, @Nullable SourceId after, int most) {
        return store.inState(state -> state.ledger.keySet().stream()
                .map(State.LedgerKey::source)
                .distinct()
                .filter(source -> Objects.requireNonNull(state.sources.get(source))
                        .exchange()
                        .equals(exchange))
                .filter(source -> after == null || source.value().compareTo(after.value()) > 0)
                .sorted(Comparator.comparing(SourceId::value))
                .limit(most)
                .toList());
    }

    @Override
    public Batch derive(SourceId source, int version, @Nullable String after, int size, Mapper mapper) {
        return store.inState(state -> {
            List<LedgerTransaction> stored = state.ledger.entrySet().stream()
                    .filter(row -> row.getKey().source().equals(source))
                    .map(row -> row.getValue())
                    .filter(row -> row.mapperVersion() < version)
                    .filter(row -> after == null || row.externalId().compareTo(after) > 0)
                    .sorted(Comparator.comparing(LedgerTransaction::externalId))
                    .limit(size)
                    .toList();
            int derived = 0;
            int changed = 0;
            for (LedgerTransaction one : stored) {
                LedgerTransaction anew = mapper.derive(one);
                if (anew != null) {
                    derived++;
                    changed += LedgerEntry.of(source, anew).equals(LedgerEntry.of(source, one)) ? 0 : 1;
                    state.ledger.put(new State.LedgerKey(source, one.externalId()), anew);
                }
            }
            return new Batch(
                    derived,
                    changed,
                    stored.size() - derived,
                    stored.isEmpty() ? null : stored.get(stored.size() - 1).externalId());
        });
    }
}
