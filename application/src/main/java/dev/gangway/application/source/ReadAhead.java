package dev.gangway.application.source;

import dev.gangway.application.source.port.ExchangeConnector.Account;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads an account's next page on a thread of its own while the page before it is being stored: one page ahead and no more.
 * Closing it gives up a page that nobody waits for.
 */
final class ReadAhead implements AutoCloseable {
    private final Account account;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("read-ahead").factory());
    private @Nullable Future<Page> next;

    ReadAhead(Account account) {
        this.account = account;
    }

    /** Begins to read the page that begins at {@code cursor}. */
    void begin(@Nullable String cursor) {
        next = reader.submit(() -> account.page(cursor));
    }

    /** The page that was begun; what reading it threw is thrown here. */
    Page await() {
        try {
            return Objects.requireNonNull(next).get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ExchangeUnavailable("a page was not waited for", Duration.ZERO);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException fault -> throw fault;
                case Error fatal -> throw fatal;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
        reader.close();
    }
}
