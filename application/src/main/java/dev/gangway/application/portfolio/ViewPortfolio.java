package dev.gangway.application.portfolio;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.portfolio.port.Portfolios;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.portfolio.Portfolio;
import dev.gangway.domain.user.UserId;

/** What a partner sees of a user's portfolio. */
public final class ViewPortfolio {
    private final Portfolios portfolios;
    private final Positions positions;

    /** Shows what {@code portfolios} lets be seen. */
    public ViewPortfolio(Portfolios portfolios, Positions positions) {
        this.portfolios = portfolios;
        this.positions = positions;
    }

    /** Whose portfolio, and who asks. */
    public record Command(UserId user, PartnerId partner) {}

    /** The portfolio, if the partner may see it. */
    public sealed interface Outcome {
        /** It may. */
        record Found(Portfolio portfolio) implements Outcome {}

        /** There is no such user that has let the partner in; which of the two is not told. */
        record NoSuchUser() implements Outcome {}
    }

    /** Computes it. */
    public Outcome execute(Command command) {
        LedgerScope scope = portfolios.visible(command.user(), command.partner());
        return scope == null
                ? new Outcome.NoSuchUser()
                : new Outcome.Found(positions.of(scope).portfolio());
    }
}
