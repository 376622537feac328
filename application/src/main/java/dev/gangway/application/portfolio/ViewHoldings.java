package dev.gangway.application.portfolio;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.domain.portfolio.Portfolio;

/** What a ledger amounts to, for whoever may see it already. */
public final class ViewHoldings {
    private final Positions positions;

    /** Takes them from {@code positions}. */
    public ViewHoldings(Positions positions) {
        this.positions = positions;
    }

    /** Which ledger; the signed-in user's own. */
    public record Command(LedgerScope scope) {}

    /** What it amounts to. */
    public sealed interface Outcome {
        /** This. */
        record Found(Portfolio portfolio) implements Outcome {}
    }

    /** Computes it. */
    public Outcome execute(Command command) {
        return new Outcome.Found(positions.of(command.scope()).portfolio());
    }
}
