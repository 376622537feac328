package dev.gangway.adapters.persistence;

import dev.gangway.application.shared.port.Transactions;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Transactions bound to the thread: ports called within one use its connection. */
final class JdbiTransactions implements Transactions {
    private final Jdbi jdbi;

    JdbiTransactions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return jdbi.inTransaction(handle -> work.get());
    }
}
