package dev.gangway.adapters.http.report;

import dev.gangway.adapters.http.csv.GainsCsv;
import dev.gangway.adapters.http.page.GainsViews;
import dev.gangway.adapters.http.page.Pages;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Frames;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.portfolio.DownloadGains;
import dev.gangway.application.portfolio.ViewGains;
import dev.gangway.domain.signin.Session;
import java.util.List;
import java.util.function.Function;

/** Gains by tax year, as a page and as a file. */
public final class GainsRoutes {
    private final ViewGains view;
    private final DownloadGains download;
    private final Pages pages;
    private final Frames frames;
    private final Gate gate;

    /** Shows what {@code view} finds, and hands out what {@code download} does. */
    public GainsRoutes(ViewGains view, DownloadGains download, Pages pages, Frames frames, Gate gate) {
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
                        "/report/gains",
                        MediaType.HTML,
                        (call, session) -> understood(gate, call, query -> page(call, session, query))),
                new SecuredRoute.ForUser(
                        "GET",
                        "/report/gains.csv",
                        MediaType.CSV,
                        (call, session) -> understood(gate, call, query -> file(call, session, query))));
    }

    /** The answer to a query that makes sense, else its refusal. */
    static Answer understood(Gate gate, Call call, Function<GainsQuery, Answer> answer) {
        return switch (GainsQuery.read(call.query())) {
            case GainsQuery.Read.Understood understood -> answer.apply(understood.query());
            case GainsQuery.Read.Refused refused -> gate.refuse(BadQuery.problem(refused.errors()), call);
        };
    }

    private Answer page(Call call, Session session, GainsQuery query) {
        return switch (view.execute(new ViewGains.Command(session.userId(), query.method(), query.year()))) {
            case ViewGains.Outcome.Found found ->
                Answer.html(
                        200,
                        pages.gains(
                                frames.of(session),
                                GainsViews.of(
                                        found.report().jurisdiction(),
                                        found.taxYears(),
                                        query.method(),
                                        found.gains())));
            case ViewGains.Outcome.NoSuchUser gone -> gate.nobody(call);
        };
    }

    private Answer file(Call call, Session session, GainsQuery query) {
        return switch (download.execute(new DownloadGains.Command(session.userId(), query.method(), query.year()))) {
            case DownloadGains.Outcome.Found found ->
                Downloads.streaming(
                        Downloads.CSV,
                        "gangway-gains-" + query.method().apiName() + ".csv",
                        out -> Spool.through(
                                spool -> GainsCsv.write(found.disposals(), found.taxYears(), query.method(), spool),
                                out));
            case DownloadGains.Outcome.NoSuchUser gone -> gate.nobody(call);
        };
    }
}
