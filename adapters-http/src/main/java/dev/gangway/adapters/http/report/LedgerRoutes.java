package dev.gangway.adapters.http.report;

import dev.gangway.adapters.http.csv.LedgerCsv;
import dev.gangway.adapters.http.page.LedgerViews;
import dev.gangway.adapters.http.page.Pages;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Frames;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.report.DownloadLedger;
import dev.gangway.application.report.UserReport;
import dev.gangway.application.report.ViewLedger;
import dev.gangway.domain.signin.Session;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ledger, page by page and as a file. */
public final class LedgerRoutes {
    private final ViewLedger view;
    private final DownloadLedger download;
    private final Pages pages;
    private final Frames frames;
    private final Gate gate;

    /** Shows what {@code view} finds, and hands out what {@code download} does. */
    public LedgerRoutes(ViewLedger view, DownloadLedger download, Pages pages, Frames frames, Gate gate) {
        this.view = view;
        this.download = download;
        this.pages = pages;
        this.frames = frames;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new SecuredRoute.ForUser(
                        "GET",
                        "/report/ledger",
                        MediaType.HTML,
                        (call, session) -> understood(call, query -> page(call, session, query))),
                new SecuredRoute.ForUser(
                        "GET",
                        "/report/ledger.csv",
                        MediaType.CSV,
                        (call, session) -> understood(call, query -> file(call, session, query))));
    }

    private Answer understood(Call call, Function<LedgerQuery, Answer> answer) {
        return switch (LedgerQuery.read(call.query())) {
            case LedgerQuery.Read.Understood understood -> answer.apply(understood.query());
            case LedgerQuery.Read.Refused refused -> gate.refuse(BadQuery.problem(refused.errors()), call);
        };
    }

    private Answer page(Call call, Session session, LedgerQuery query) {
        return switch (view.execute(new ViewLedger.Command(session.userId(), query.filter(), query.after()))) {
            case ViewLedger.Outcome.Found found ->
                Answer.html(
                        200,
                        pages.ledger(
                                frames.of(session),
                                LedgerViews.of(
                                        found.report(),
                                        found.state(),
                                        found.page(),
                                        query.given(),
                                        query.links(found.page()))));
            case ViewLedger.Outcome.NoSuchUser gone -> gate.nobody(call);
        };
    }

    private Answer file(Call call, Session session, LedgerQuery query) {
        return switch (download.execute(new DownloadLedger.Command(session.userId(), query.filter()))) {
            case DownloadLedger.Outcome.Found found ->
                Downloads.streaming(
                        Downloads.CSV,
                        "gangway-ledger.csv",
                        out -> LedgerCsv.write(found.entries(), exchanges(found.report()), out));
            case DownloadLedger.Outcome.NoSuchUser gone -> gate.nobody(call);
        };
    }

    private static Map<SourceId, ExchangeName> exchanges(UserReport report) {
        return report.sources().stream()
                .collect(
                        Collectors.toUnmodifiableMap(UserReport.SourceSummary::id, UserReport.SourceSummary::exchange));
    }
}
