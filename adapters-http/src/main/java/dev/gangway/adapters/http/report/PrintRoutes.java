package dev.gangway.adapters.http.report;

import dev.gangway.adapters.http.page.GainsViews;
import dev.gangway.adapters.http.page.HoldingsViews;
import dev.gangway.adapters.http.page.ReportViews;
import dev.gangway.adapters.http.pdf.PrintedReport;
import dev.gangway.adapters.http.pdf.ReportPdf;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.portfolio.ViewGains;
import dev.gangway.application.portfolio.ViewHoldings;
import dev.gangway.application.portfolio.ViewHoldings.Patience;
import dev.gangway.domain.signin.Session;
import java.util.List;

/** The report as a document. */
public final class PrintRoutes {
    /** How many assets are printed. */
    private static final int PRINTED = 200;

    private final ViewHoldings holdings;
    private final ViewGains gains;
    private final String operator;
    private final Gate gate;

    /** Prints what {@code holdings} and {@code gains} find. */
    public PrintRoutes(ViewHoldings holdings, ViewGains gains, String operator, Gate gate) {
        this.holdings = holdings;
        this.gains = gains;
        this.operator = operator;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(new SecuredRoute.ForUser(
                "GET",
                "/report.pdf",
                MediaType.PDF,
                (call, session) -> GainsRoutes.understood(gate, call, query -> print(call, session, query))));
    }

    private Answer print(Call call, Session session, GainsQuery query) {
        return switch (gains.execute(new ViewGains.Command(session.userId(), query.method(), null))) {
            case ViewGains.Outcome.Found found ->
                switch (holdings.execute(new ViewHoldings.Command(LedgerScope.whole(session.userId()), Patience.ALL))) {
                    case ViewHoldings.Outcome.Found held ->
                        Downloads.complete(
                                MediaType.PDF,
                                "gangway-report-" + query.method().apiName() + ".pdf",
                                ReportPdf.of(report(found, held, query)));
                    case ViewHoldings.Outcome.TakesLonger never ->
                        throw new IllegalStateException("nobody was in a hurry");
                };
            case ViewGains.Outcome.NoSuchUser gone -> gate.nobody(call);
        };
    }

    private PrintedReport report(ViewGains.Outcome.Found found, ViewHoldings.Outcome.Found held, GainsQuery query) {
        return new PrintedReport(
                operator,
                found.report().email(),
                ReportViews.reach(found.report(), held.ledger()),
                GainsViews.name(query.method()),
                ReportViews.sources(found.report()),
                HoldingsViews.of(held.ledger(), held.portfolio(), PRINTED),
                GainsViews.of(found.report().jurisdiction(), found.taxYears(), query.method(), found.gains()));
    }
}
