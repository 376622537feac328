package dev.gangway.application.portfolio;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.application.portfolio.port.Prices;
import dev.gangway.application.shared.Computations;
import dev.gangway.domain.portfolio.CostBasisMethod;
import dev.gangway.domain.portfolio.Disposal;
import dev.gangway.domain.portfolio.GainsByYear;
import dev.gangway.domain.portfolio.Portfolio;
import dev.gangway.domain.portfolio.PriceSource;
import dev.gangway.domain.portfolio.TaxYear;
import dev.gangway.domain.portfolio.TaxYears;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes what ledgers amount to, which takes seconds for a long history: calls that ask for the same at once share one
 * computation, only so many run at once, and what is known of an unchanged ledger is not computed again for a while. The
 * ledger's version decides whether it is unchanged, so that any number of nodes answer alike.
 */
public final class Positions {
    /** The most holdings that are remembered, of all ledgers together. */
    private static final int MOST_HOLDINGS = 50_000;

    /** The most disposals and years that are remembered, of all ledgers together. */
    private static final int MOST_GAINS = 20_000;

    /** Prices may become known later, which no ledger's version tells. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** How long somebody who does not wait waits for a turn. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Ledgers ledgers;
    private final Valuation valuation;
    private final Computations<Key, Portfolio> portfolios;
    private final Computations<GainsKey, Gains> gains;

    /**
     * @param prices what assets were worth, null if nobody here knows
     * @param atOnce how many ledgers are read at once, at least one; others wait their turn
     */
    public Positions(Ledgers ledgers, @Nullable Prices prices, int atOnce, Clock clock) {
        Semaphore turns = new Semaphore(atOnce, true);
        this.ledgers = ledgers;
        this.valuation = new Valuation(ledgers, prices == null ? PriceSource.NONE : prices::price);
        this.portfolios =
                new Computations<>(turns, portfolio -> portfolio.holdings().size(), MOST_HOLDINGS, LONGEST, clock);
        this.gains = new Computations<>(turns, Gains::size, MOST_GAINS, LONGEST, clock);
    }

    private record Key(LedgerScope scope, String version) {}

    private record GainsKey(
            LedgerScope scope,
            String version,
            CostBasisMethod method,
            TaxYears taxYears,
            @Nullable TaxYear listed,
            int most) {}

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
        return new Position(state, portfolios.of(new Key(scope, state.version()), () -> portfolio(scope)));
    }

    /**
     * What the scope amounts to now, for somebody who does not wait: null if it has more than {@code most} transactions and
     * nobody has asked lately, or others have their turn.
     */
    @Nullable
    Position soon(LedgerScope scope, long most) {
        LedgerState state = ledgers.state(scope);
        Key key = new Key(scope, state.version());
        if (state.transactions() > most && !portfolios.knows(key)) {
            return null;
        }
        Portfolio portfolio = portfolios.soon(key, () -> portfolio(scope), PATIENCE);
        return portfolio == null ? null : new Position(state, portfolio);
    }

    private Portfolio portfolio(LedgerScope scope) {
        return valuation.follow(scope, CostBasisMethod.AVERAGE, disposal -> {});
    }

    /**
     * What giving things away has brought.
     *
     * @param listed the year whose disposals are told too, null for none
     * @param most how many of them
     */
    Gains gains(LedgerScope scope, CostBasisMethod method, TaxYears taxYears, @Nullable TaxYear listed, int most) {
        String version = ledgers.state(scope).version();
        return gains.of(new GainsKey(scope, version, method, taxYears, listed, most), () -> {
            GainsByYear sums = new GainsByYear(taxYears);
            YearListing listing = listed == null ? null : new YearListing(taxYears, listed, most);
            valuation.follow(scope, method, listing == null ? sums : sums.andThen(listing));
            return new Gains(sums.years(), listing == null ? null : listing.result());
        });
    }

    /** Tells every disposal, earliest first, in turn with what else reads ledgers. */
    void disposals(LedgerScope scope, CostBasisMethod method, Consumer<Disposal> each) {
        gains.inTurn(() -> valuation.follow(scope, method, each));
    }
}
