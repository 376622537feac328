package dev.gangway.application.shared.port;

import java.util.function.Supplier;

/** One database transaction around several port calls. */
public interface Transactions {
    /**
     * Runs {@code work} in one transaction: what the ports record within it on this thread is kept when it returns, and
     * none of it when it throws. A call within a call joins the outer transaction.
     */
    <T> T inTransaction(Supplier<T> work);
}
