package dev.gangway.application.portfolio;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.portfolio.Positions.Position;
import dev.gangway.domain.portfolio.Portfolio;

/** What a ledger amounts to, for whoever may see it already. */
public final class ViewHoldings {
    /** More transactions than these take longer to follow than a page may take. */
    public static final long AT_ONCE = 20_000;

    private final Positions positions;

    /** Takes them from {@code positions}. */
    public ViewHoldings(Positions positions) {
        this.positions = positions;
    }

    /**
     * Which ledger; the signed-in user's own.
     *
     * @param patience how long whoever asks can wait
     */
    public record Command(LedgerScope scope, Patience patience) {}

    /** How long somebody can wait. */
    public enum Patience {
        /** Not at all: a long history is told only if it is known already. */
        NONE,
        /** As long as it takes. */
        ALL
    }

    /** What it amounts to. */
    public sealed interface Outcome {
        /** This. */
        record Found(LedgerState ledger, Portfolio portfolio) implements Outcome {}

        /** That takes longer than whoever asks can wait. */
        record TakesLonger() implements Outcome {}
    }

    /** Computes it. */
    public Outcome execute(Command command) {
        Position position = switch (command.patience()) {
            case NONE -> positions.soon(command.scope(), AT_ONCE);
            case ALL -> positions.of(command.scope());
        };
        return position == null
                ? new Outcome.TakesLonger()
                : new Outcome.Found(position.ledger(), position.portfolio());
    }
}
