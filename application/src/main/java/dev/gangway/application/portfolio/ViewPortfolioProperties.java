package dev.gangway.application.portfolio;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.portfolio.port.Portfolios;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.portfolio.Portfolio;
import dev.gangway.domain.user.UserId;

/** What the portfolio that a partner sees is made from. */
public final class ViewPortfolioProperties {
    private final Portfolios portfolios;
    private final Positions positions;

    /** Shows what {@code portfolios} lets be seen. */
    public ViewPortfolioProperties(Portfolios portfolios, Positions positions) {
        this.portfolios = portfolios;
        this.positions = positions;
    }

    /** Whose portfolio, and who asks. */
    public record Command(UserId user, PartnerId partner) {}

    /** The properties, if the partner may see them. */
    public sealed interface Outcome {
        /** It may. */
        record Found(PortfolioProperties properties) implements Outcome {}

        /** There is no such user that has let the partner in; which of the two is not told. */
        record NoSuchUser() implements Outcome {}
    }

    /** Computes them. */
    public Outcome execute(Command command) {
        LedgerScope scope = portfolios.visible(command.user(), command.partner());
        return scope == null ? new Outcome.NoSuchUser() : new Outcome.Found(properties(positions.of(scope)));
    }

    private static PortfolioProperties properties(Positions.Position position) {
        LedgerState ledger = position.ledger();
        Portfolio portfolio = position.portfolio();
        return new PortfolioProperties(
                portfolio.baseCurrency(),
                ledger.transactions(),
                ledger.sources(),
                ledger.firstTransactionAt(),
                ledger.lastSyncAt(),
                portfolio.unpricedCount());
    }
}
