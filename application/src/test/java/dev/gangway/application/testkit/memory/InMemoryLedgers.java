package dev.gangway.application.testkit.memory;

import dev.gangway.application.ledger.LedgerFilter;
import dev.gangway.application.ledger.LedgerPage;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.ledger.TradedPair;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.Tally;
import dev.gangway.domain.ledger.TransactionKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class InMemoryLedgers implements Ledgers {
    private static final Comparator<LedgerPage.Position> ORDER = Comparator.comparing(LedgerPage.Position::occurredAt)
            .thenComparing(position -> position.source().value())
            .thenComparing(LedgerPage.Position::externalId);

    private final InMemoryStore store;

    InMemoryLedgers(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public LedgerState state(LedgerScope scope) {
        return store.inState(state -> {
            List<SourceRow> sources = sources(state, scope).toList();
            List<LedgerEntry> entries = entries(state, scope);
            Tally tally = Tally.of(entries);
            return new LedgerState(
                    version(sources, entries),
                    sources.size(),
                    tally.transactions(),
                    tally.unclassified(),
                    tally.first(),
                    sources.stream()
                            .map(source -> source.progress().importedAt())
                            .filter(Objects::nonNull)
                            .max(Comparator.<Instant>naturalOrder())
                            .orElse(null),
                    tally.byCode());
        });
    }

    private static String version(List<SourceRow> sources, List<LedgerEntry> entries) {
        String everything = sources.stream().map(SourceRow::id).toList() + " " + entries;
        return UUID.nameUUIDFromBytes(everything.getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public void read(LedgerScope scope, Consumer<LedgerEntry> each) {
        store.inState(state -> entries(state, scope)).forEach(each);
    }

    @Override
    public void read(LedgerScope scope, Set<TransactionKind> kinds, Consumer<LedgerEntry> each) {
        read(scope, entry -> {
            if (kinds.contains(entry.kind())) {
                each.accept(entry);
            }
        });
    }

    @Override
    public List<TradedPair> pairs(LedgerScope scope) {
        Map<List<AssetCode>, Long> pairs = new HashMap<>();
        read(
                scope,
                Set.of(TransactionKind.TRADE),
                entry -> pairs.merge(
                        List.of(
                                Objects.requireNonNull(entry.sent()).asset(),
                                Objects.requireNonNull(entry.received()).asset()),
                        1L,
                        Long::sum));
        return pairs.entrySet().stream()
                .map(pair -> new TradedPair(pair.getKey().get(0), pair.getKey().get(1), pair.getValue()))
                .toList();
    }

    @Override
    public LedgerPage page(LedgerScope scope, LedgerFilter filter, LedgerPage.@Nullable Position after, int size) {
        List<LedgerEntry> rest = store.inState(state -> entries(state, scope)).reversed().stream()
                .filter(entry -> matches(filter, entry))
                .filter(entry -> after == null || ORDER.compare(position(entry), after) < 0)
                .toList();
        return rest.size() <= size
                ? new LedgerPage(rest, null)
                : new LedgerPage(rest.subList(0, size), position(rest.get(size - 1)));
    }

    private static boolean matches(LedgerFilter filter, LedgerEntry entry) {
        Instant from = filter.from();
        Instant before = filter.before();
        return (filter.source() == null || entry.source().equals(filter.source()))
                && (filter.kind() == null || entry.kind() == filter.kind())
                && (filter.asset() == null || legs(entry).anyMatch(filter.asset()::equals))
                && (from == null || !entry.occurredAt().isBefore(from))
                && (before == null || entry.occurredAt().isBefore(before));
    }

    private static Stream<AssetCode> legs(LedgerEntry entry) {
        return Stream.of(entry.received(), entry.sent(), entry.fee())
                .filter(Objects::nonNull)
                .map(Amount::asset);
    }

    private static LedgerPage.Position position(LedgerEntry entry) {
        return new LedgerPage.Position(entry.occurredAt(), entry.source(), entry.externalId());
    }

    private static List<LedgerEntry> entries(State state, LedgerScope scope) {
        return sources(state, scope)
                .flatMap(source -> state.ledger.entrySet().stream()
                        .filter(row -> row.getKey().source().equals(source.id()))
                        .map(row -> LedgerEntry.of(source.id(), row.getValue())))
                .sorted(Comparator.comparing(InMemoryLedgers::position, ORDER))
                .toList();
    }

    private static Stream<SourceRow> sources(State state, LedgerScope scope) {
        return state.sources.values().stream()
                .filter(source -> source.owner().equals(scope.user()) && !source.isMerged())
                .filter(source ->
                        scope.sentBy() == null || state.senders.contains(new State.Sender(source.id(), scope.sentBy())))
                .sorted(Comparator.comparing(source -> source.id().value()));
    }
}
