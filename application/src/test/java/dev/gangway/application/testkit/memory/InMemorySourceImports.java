package dev.gangway.application.testkit.memory;

import dev.gangway.application.source.port.SourceImports;
import dev.gangway.application.testkit.contract.QueuedImport;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ImportRunId;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

final class InMemorySourceImports implements SourceImports {
    private final InMemoryStore store;

    InMemorySourceImports(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public @Nullable Begun begin(SourceId source, ImportRunId run, Instant now) {
        return store.<@Nullable Begun>inState(state -> {
            SourceRow row = state.sources.get(source);
            if (row == null
                    || row.isMerged()
                    || row.isUploaded()
                    || row.progress().status().canBeRetried()) {
                return null;
            }
            SourceRow.Progress progress = row.progress();
            state.sources.put(source, row.with(progress.running(run)));
            return new Begun(
                    run,
                    source,
                    row.exchange(),
                    row.sealed(),
                    progress.account(),
                    progress.cursor(),
                    progress.status() != SourceStatus.POPULATED);
        });
    }

    @Override
    public Bound bindAccount(Begun run, AccountReference account, Instant now) {
        return store.inState(state -> {
            SourceRow row = withCredentialsOf(state, run);
            if (row == null) {
                return Bound.LOST;
            }
            AccountReference bound = row.progress().account();
            if (bound != null) {
                return bound.equals(account) ? Bound.BOUND : Bound.OTHER_ACCOUNT;
            }
            SourceRow older = otherWith(state, row, account);
            if (older == null) {
                state.sources.put(row.id(), row.with(row.progress().of(account)));
                return Bound.BOUND;
            }
            merge(state, row, older);
            return Bound.MERGED;
        });
    }

    private static void merge(State state, SourceRow row, SourceRow older) {
        SourceRow target = older.withKeyOf(row).with(older.progress().queuedAgain());
        state.sources.put(target.id(), target);
        state.sources.put(
                row.id(),
                row.with(row.progress()
                        .ended(SourceStatus.MERGED, null, row.progress().importedAt())));
        state.mergedInto.put(row.id(), target.id());
        state.keySenders.removeIf(sender -> sender.source().equals(target.id()));
        moveSenders(state.senders, row.id(), target.id());
        moveSenders(state.keySenders, row.id(), target.id());
        if (state.keysByUsers.remove(row.id())) {
            state.keysByUsers.add(target.id());
        } else {
            state.keysByUsers.remove(target.id());
        }
        if (state.keptByUsers.contains(row.id())) {
            state.keptByUsers.add(target.id());
        }
        state.queuedImports.add(new QueuedImport(target.id(), target.sealed().id(), target.priority()));
    }

    private static void moveSenders(Set<State.Sender> senders, SourceId from, SourceId to) {
        List<State.Sender> moved =
                senders.stream().filter(sender -> sender.source().equals(from)).toList();
        moved.forEach(sender -> {
            senders.remove(sender);
            senders.add(new State.Sender(to, sender.partner()));
        });
    }

    @Override
    public boolean store(Begun run, List<LedgerTransaction> transactions, @Nullable String cursor, Instant now) {
        return store.inState(state -> {
            SourceRow row = of(state, run);
            if (row == null) {
                return false;
            }
            for (LedgerTransaction one : transactions) {
                state.ledger.putIfAbsent(new State.LedgerKey(row.id(), one.externalId()), one);
            }
            state.sources.put(row.id(), row.with(row.progress().at(cursor)));
            return true;
        });
    }

    @Override
    public boolean complete(Begun run, Instant now) {
        return end(run, progress -> progress.ended(SourceStatus.POPULATED, null, now));
    }

    @Override
    public boolean fail(Begun run, SourceFailure failure, Instant now) {
        return end(run, progress -> {
            boolean outOfReach = failure.status() == SourceStatus.FAILED;
            boolean stays = progress.status() == SourceStatus.POPULATED && outOfReach;
            SourceRow.Progress reached = outOfReach ? progress.at(null) : progress;
            return reached.ended(stays ? progress.status() : failure.status(), failure, progress.importedAt());
        });
    }

    private boolean end(Begun run, UnaryOperator<SourceRow.Progress> ending) {
        return store.inState(state -> {
            SourceRow row = withCredentialsOf(state, run);
            if (row == null) {
                return false;
            }
            state.sources.put(row.id(), row.with(ending.apply(row.progress())));
            return true;
        });
    }

    /** The run's source, null if the run is no longer its. */
    private static @Nullable SourceRow of(State state, Begun run) {
        SourceRow row = state.sources.get(run.source());
        return row != null && run.run().equals(row.progress().run()) ? row : null;
    }

    /** The run's source, null if the run is no longer its or its credentials were replaced. */
    private static @Nullable SourceRow withCredentialsOf(State state, Begun run) {
        SourceRow row = of(state, run);
        return row != null && row.sealed().id().equals(run.credentials().id()) ? row : null;
    }

    private static @Nullable SourceRow otherWith(State state, SourceRow row, AccountReference account) {
        return state.sources.values().stream()
                .filter(other -> !other.id().equals(row.id()) && !other.isMerged())
                .filter(other ->
                        other.owner().equals(row.owner()) && other.exchange().equals(row.exchange()))
                .filter(other -> account.equals(other.progress().account()))
                .findFirst()
                .orElse(null);
    }
}
