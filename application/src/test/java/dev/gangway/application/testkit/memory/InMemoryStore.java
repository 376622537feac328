package dev.gangway.application.testkit.memory;

import dev.gangway.application.testkit.contract.Observations;
import dev.gangway.application.testkit.contract.PersistencePorts;
import dev.gangway.application.testkit.contract.QueuedImport;
import java.util.Comparator;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that Gangway stores, in memory. Transactions are real: one at a time, all or nothing (what was there is
 * copied before the outermost one and put back if it throws).
 */
public final class InMemoryStore {
    private final ReentrantLock lock = new ReentrantLock();
    private final PersistencePorts ports;
    private State state = new State();

    /** An empty store. */
    public InMemoryStore() {
        this.ports = new PersistencePorts(
                this::inTransaction,
                new InMemoryRegistrations(this),
                new InMemoryRedirectTokens(this),
                new InMemoryPartnerUsers(this),
                new InMemoryPartnerLinks(this),
                new InMemoryAttachments(this),
                new InMemoryWithdrawals(this),
                new InMemorySessions(this),
                new InMemorySourceImports(this),
                new InMemoryDerivations(this),
                new InMemoryLedgers(this),
                new InMemorySourceRefreshes(this),
                new InMemorySourceKeys(this),
                new InMemoryUploads(this),
                new InMemoryReports(this),
                new InMemoryPartners(this),
                new InMemoryPartnerCredentials(this),
                new InMemoryCredentialLookup(this),
                new InMemoryCallRates(this),
                new InMemoryAnsweredCalls(this),
                new InMemorySignatureMarks(this),
                new InMemoryKeyRings(this),
                new InMemoryPortfolios(this),
                new InMemoryAuditTrail(this),
                new InMemoryArrangements(this),
                new InMemoryObservations(this));
    }

    /** Every port, over this store. */
    public PersistencePorts ports() {
        return ports;
    }

    /** What is stored and no port reads. */
    public Observations observed() {
        return ports.observed();
    }

    /** Takes the import that ranks first, the one that waits longest among equals; null if none waits. */
    public @Nullable QueuedImport takeImport() {
        return inState(state -> {
            QueuedImport first = state.queuedImports.stream()
                    .max(Comparator.comparingInt(one -> one.priority().rank()))
                    .orElse(null);
            if (first != null) {
                state.queuedImports.remove(first);
            }
            return first;
        });
    }

    /** Runs one port's work on what is stored, in a transaction of its own or in the one around it. */
    <T extends @Nullable Object> T inState(Function<State, T> work) {
        return inTransaction(() -> work.apply(state));
    }

    private <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        lock.lock();
        try {
            return lock.getHoldCount() > 1 ? work.get() : outermost(work);
        } finally {
            lock.unlock();
        }
    }

    private <T extends @Nullable Object> T outermost(Supplier<T> work) {
        State before = state.copy();
        boolean kept = false;
        try {
            T result = work.get();
            kept = true;
            return result;
        } finally {
            if (!kept) {
                state = before;
            }
        }
    }
}
