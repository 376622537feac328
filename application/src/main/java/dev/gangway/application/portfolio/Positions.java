package dev.gangway.application.portfolio;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.application.portfolio.port.Prices;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.portfolio.BaseCurrency;
import dev.gangway.domain.portfolio.CostBasis;
import dev.gangway.domain.portfolio.CostBasisMethod;
import dev.gangway.domain.portfolio.Portfolio;
import dev.gangway.domain.portfolio.PriceSource;
import dev.gangway.domain.portfolio.TransferMatching;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Computes portfolios from ledgers, which takes seconds for a long history: calls that ask for the same at once share one
 * computation, only so many run at once, and what is known of an unchanged ledger is not computed again for a while. The
 * ledger's version decides whether it is unchanged, so that any number of nodes answer alike.
 */
public final class Positions {
    /** The most holdings that are remembered, of all ledgers together. */
    private static final int MOST_HOLDINGS = 50_000;

    /** Prices may become known later, which no ledger's version tells. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Ledgers ledgers;
    private final PriceSource prices;
    private final Clock clock;
    private final Semaphore turns;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Key, Computation> known = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * @param prices what assets were worth, null if nobody here knows
     * @param atOnce how many portfolios are computed at once, at least one; others wait their turn
     */
    public Positions(Ledgers ledgers, @Nullable Prices prices, int atOnce, Clock clock) {
        this.ledgers = ledgers;
        this.prices = prices == null ? PriceSource.NONE : prices::price;
        this.turns = new Semaphore(atOnce, true);
        this.clock = clock;
    }

    private record Key(LedgerScope scope, String version) {}

    private record Computation(CompletableFuture<Portfolio> result, Instant began) {
        boolean isOver() {
            return result.isDone();
        }

        /** What it takes to remember it; one that runs takes nothing yet. */
        int weight() {
            return isOver() && !result.isCompletedExceptionally()
                    ? 1 + result.join().holdings().size()
                    : 0;
        }
    }

    /**
     * What a ledger amounts to.
     *
     * @param ledger its figures
     * @param portfolio of a state of it that is no older
     */
    record Position(LedgerState ledger, Portfolio portfolio) {}

    /** What the scope amounts to now. */
    Position of(LedgerScope scope) {
        LedgerState state = ledgers.state(scope);
        return new Position(state, portfolio(new Key(scope, state.version())));
    }

    private Portfolio portfolio(Key key) {
        CompletableFuture<Portfolio> mine = new CompletableFuture<>();
        CompletableFuture<Portfolio> there = find(key, mine);
        if (there != null) {
            return join(there);
        }
        try {
            mine.complete(computeInTurn(key.scope()));
        } catch (RuntimeException | Error fault) {
            forget(key);
            mine.completeExceptionally(fault);
        }
        trim();
        return join(mine);
    }

    /** The result that is known or on its way; null if there is none, and {@code mine} is to become it. */
    private @Nullable CompletableFuture<Portfolio> find(Key key, CompletableFuture<Portfolio> mine) {
        Instant now = clock.instant();
        lock.lock();
        try {
            Computation there = known.get(key);
            boolean isOld =
                    there != null && there.isOver() && now.isAfter(there.began().plus(LONGEST));
            if (there != null && !isOld) {
                return there.result();
            }
            known.put(key, new Computation(mine, now));
            return null;
        } finally {
            lock.unlock();
        }
    }

    private void forget(Key key) {
        lock.lock();
        try {
            known.remove(key);
        } finally {
            lock.unlock();
        }
    }

    /** Forgets what was asked for longest ago, until the rest is little enough. */
    private void trim() {
        lock.lock();
        try {
            long weight = known.values().stream().mapToLong(Computation::weight).sum();
            Iterator<Computation> eldest = known.values().iterator();
            while (weight > MOST_HOLDINGS && eldest.hasNext()) {
                Computation next = eldest.next();
                if (next.isOver()) {
                    weight -= next.weight();
                    eldest.remove();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private static Portfolio join(CompletableFuture<Portfolio> result) {
        try {
            return result.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw e;
        }
    }

    private Portfolio computeInTurn(LedgerScope scope) {
        turns.acquireUninterruptibly();
        try {
            return compute(scope);
        } finally {
            turns.release();
        }
    }

    private Portfolio compute(LedgerScope scope) {
        TransferMatching transfers = new TransferMatching();
        BaseCurrency base = new BaseCurrency();
        ledgers.read(scope, entry -> {
            transfers.take(entry);
            base.take(entry);
        });
        AssetCode currency = base.code();
        CostBasis basis = new CostBasis(CostBasisMethod.AVERAGE, transfers.matched(), prices, currency, disposal -> {});
        ledgers.read(scope, basis::take);
        return Portfolio.of(basis.holdings(), currency);
    }
}
