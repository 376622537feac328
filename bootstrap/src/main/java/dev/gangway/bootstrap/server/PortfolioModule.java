package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.application.portfolio.ChangeSharing;
import dev.gangway.application.portfolio.DownloadGains;
import dev.gangway.application.portfolio.Positions;
import dev.gangway.application.portfolio.ViewGains;
import dev.gangway.application.portfolio.ViewHoldings;
import dev.gangway.application.portfolio.ViewPortfolio;
import dev.gangway.application.portfolio.ViewPortfolioProperties;
import dev.gangway.application.portfolio.ViewSharing;
import dev.gangway.application.portfolio.port.Portfolios;
import dev.gangway.application.portfolio.port.Prices;
import dev.gangway.application.report.port.Reports;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Portfolios and who sees them. */
final class PortfolioModule extends AbstractModule {
    /** Each may keep a core busy for seconds; the rest of the node must go on. */
    private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final @Nullable Prices prices;

    /** @param prices what assets were worth, null where nobody knows */
    PortfolioModule(@Nullable Prices prices) {
        this.prices = prices;
    }

    @Provides
    @Singleton
    Positions positions(Ledgers ledgers, Clock clock) {
        return new Positions(ledgers, prices, AT_ONCE, clock);
    }

    @Provides
    @Singleton
    ViewPortfolio viewPortfolio(Portfolios portfolios, Positions positions) {
        return new ViewPortfolio(portfolios, positions);
    }

    @Provides
    @Singleton
    ViewPortfolioProperties viewPortfolioProperties(Portfolios portfolios, Positions positions) {
        return new ViewPortfolioProperties(portfolios, positions);
    }

    @Provides
    @Singleton
    ViewHoldings viewHoldings(Positions positions) {
        return new ViewHoldings(positions);
    }

    @Provides
    @Singleton
    ViewSharing viewSharing(Portfolios portfolios) {
        return new ViewSharing(portfolios);
    }

    @Provides
    @Singleton
    ChangeSharing changeSharing(Portfolios portfolios, Clock clock) {
        return new ChangeSharing(portfolios, clock);
    }

    @Provides
    @Singleton
    ViewGains viewGains(Reports reports, Positions positions) {
        return new ViewGains(reports, positions);
    }

    @Provides
    @Singleton
    DownloadGains downloadGains(Reports reports, Positions positions) {
        return new DownloadGains(reports, positions);
    }
}
