package dev.gangway.adapters.http.report;

import dev.gangway.adapters.http.page.HoldingsView;
import dev.gangway.adapters.http.page.HoldingsView.Pending;
import dev.gangway.adapters.http.page.HoldingsViews;
import dev.gangway.adapters.http.page.Pages;
import dev.gangway.adapters.http.page.ReportView;
import dev.gangway.adapters.http.page.ReportViews;
import dev.gangway.adapters.http.page.SharingView;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Frames;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.portfolio.ViewHoldings;
import dev.gangway.application.portfolio.ViewHoldings.Patience;
import dev.gangway.application.portfolio.ViewSharing;
import dev.gangway.application.report.ViewReport;
import dev.gangway.domain.signin.Session;
import dev.gangway.domain.source.SourceStatus;
import java.util.List;
import java.util.function.Function;

/** The report, whole and as the part that changes while sources are importing. */
public final class ReportRoutes {
    private final ViewReport view;
    private final ViewHoldings holdings;
    private final ViewSharing sharing;
    private final Pages pages;
    private final Frames frames;
    private final Gate gate;

    /** Shows what {@code view}, {@code holdings} and {@code sharing} find. */
    public ReportRoutes(
            ViewReport view, ViewHoldings holdings, ViewSharing sharing, Pages pages, Frames frames, Gate gate) {
        this.view = view;
        this.holdings = holdings;
        this.sharing = sharing;
        this.pages = pages;
        this.frames = frames;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new SecuredRoute.ForUser(
                        "GET",
                        "/report",
                        MediaType.HTML,
                        (call, session) -> answer(
                                call, session, report -> pages.report(frames.of(session), report, sharing(session)))),
                new SecuredRoute.ForUser(
                        "GET",
                        "/report/status",
                        MediaType.HTML,
                        (call, session) -> answer(call, session, pages::reportStatus)),
                new SecuredRoute.ForUser(
                        "GET", "/report/holdings", MediaType.HTML, (call, session) -> holdings(session)));
    }

    private Answer answer(Call call, Session session, Function<ReportView, String> page) {
        return switch (view.execute(new ViewReport.Command(session.userId()))) {
            case ViewReport.Outcome.Found found ->
                Answer.html(
                        200,
                        page.apply(ReportViews.of(
                                found.report(), holdings(found), found.latest(), frames.token(session))));
            case ViewReport.Outcome.NoSuchUser gone -> gate.nobody(call);
        };
    }

    /** What can be told at once. */
    private HoldingsView holdings(ViewReport.Outcome.Found found) {
        boolean importing =
                found.report().sources().stream().anyMatch(source -> source.status() == SourceStatus.PROCESSING);
        if (importing) {
            return HoldingsViews.quantities(found.ledger(), Pending.IMPORTING, HoldingsViews.SOME);
        }
        LedgerScope whole = LedgerScope.whole(found.report().userId());
        return switch (holdings.execute(new ViewHoldings.Command(whole, Patience.NONE))) {
            case ViewHoldings.Outcome.Found held ->
                HoldingsViews.of(held.ledger(), held.portfolio(), HoldingsViews.SOME);
            case ViewHoldings.Outcome.TakesLonger later ->
                HoldingsViews.quantities(found.ledger(), Pending.COMPUTING, HoldingsViews.SOME);
        };
    }

    private Answer holdings(Session session) {
        LedgerScope whole = LedgerScope.whole(session.userId());
        return switch (holdings.execute(new ViewHoldings.Command(whole, Patience.ALL))) {
            case ViewHoldings.Outcome.Found held ->
                Answer.html(
                        200,
                        pages.holdings(
                                frames.of(session),
                                HoldingsViews.of(held.ledger(), held.portfolio(), HoldingsViews.ALL)));
            case ViewHoldings.Outcome.TakesLonger never -> throw new IllegalStateException("nobody was in a hurry");
        };
    }

    private SharingView sharing(Session session) {
        return switch (sharing.execute(new ViewSharing.Command(session.userId()))) {
            case ViewSharing.Outcome.Found found -> SharingView.of(found.connections());
        };
    }
}
