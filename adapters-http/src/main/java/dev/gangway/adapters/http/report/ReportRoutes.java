package dev.gangway.adapters.http.report;

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
import dev.gangway.application.portfolio.ViewSharing;
import dev.gangway.application.report.ViewReport;
import dev.gangway.domain.signin.Session;
import java.util.List;
import java.util.function.Function;

/** The report, whole and as the part that changes while sources are importing. */
public final class ReportRoutes {
    private final ViewReport view;
    private final ViewSharing sharing;
    private final Pages pages;
    private final Frames frames;
    private final Gate gate;

    /** Shows what {@code view} and {@code sharing} find. */
    public ReportRoutes(ViewReport view, ViewSharing sharing, Pages pages, Frames frames, Gate gate) {
        this.view = view;
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
                        (call, session) -> answer(call, session, pages::reportStatus)));
    }

    private Answer answer(Call call, Session session, Function<ReportView, String> page) {
        return switch (view.execute(new ViewReport.Command(session.userId()))) {
            case ViewReport.Outcome.Found found ->
                Answer.html(200, page.apply(ReportViews.of(found.report(), found.latest(), frames.token(session))));
            case ViewReport.Outcome.NoSuchUser gone -> gate.nobody(call);
        };
    }

    private SharingView sharing(Session session) {
        return switch (sharing.execute(new ViewSharing.Command(session.userId()))) {
            case ViewSharing.Outcome.Found found -> SharingView.of(found.connections());
        };
    }
}
