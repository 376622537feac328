package dev.gangway.adapters.http.report;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.route.SignedIn;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Json;
import dev.gangway.adapters.http.wire.Outlet;
import dev.gangway.application.report.UserReport.SourceSummary;
import dev.gangway.application.report.ViewProgress;
import dev.gangway.application.report.ViewProgress.Outcome;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.signin.Session;
import dev.gangway.domain.user.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * How far imports have come, as server-sent events while there is something to wait for. Nothing of the database is held
 * between two looks, and a session that ends takes its streams along.
 */
public final class ProgressRoutes {
    private static final String EVENTS = "text/event-stream";
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * What is not new is told again after so many looks. A comment would keep the connection, but no page can see one: it could
     * not tell a long wait from a stream that somebody holds back.
     */
    private static final int HEARTBEAT = 15;

    /** How often it is asked whether the session is still alive, in looks. */
    private static final int SESSION_CHECK = 3;

    private static final int PER_USER = 4;
    private static final int PER_NODE = 500;

    private final ViewProgress progress;
    private final SignedIn signedIn;
    private final Gate gate;
    private final Seats seats = new Seats(PER_USER, PER_NODE);

    /** @param gate words refusals */
    public ProgressRoutes(ViewProgress progress, SignedIn signedIn, Gate gate) {
        this.progress = progress;
        this.signedIn = signedIn;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(new SecuredRoute.ForUser("GET", "/report/events", EVENTS, this::answer));
    }

    private Answer answer(Call call, Session session) {
        UserId user = session.userId();
        return switch (progress.execute(new ViewProgress.Command(user))) {
            // tells browsers not to come again
            case Outcome.Nothing nothing -> Answer.empty(204);
            case Outcome.UnderWay underWay
            when !seats.isFree(user) ->
                gate.refuse(Problem.of(ErrorCode.RATE_LIMITED), call).with("Retry-After", "30");
            case Outcome.UnderWay underWay ->
                Answer.streaming(200, EVENTS, out -> stream(call, user, out)).with("X-Accel-Buffering", "no");
        };
    }

    private void stream(Call call, UserId user, Outlet out) throws IOException {
        if (!seats.take(user)) {
            // others were quicker since it was looked
            out.write("retry: 30000\n\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        try {
            tell(call, user, out);
        } finally {
            seats.leave(user);
        }
    }

    private void tell(Call call, UserId user, Outlet out) throws IOException {
        out.write("retry: 5000\n\n".getBytes(StandardCharsets.UTF_8));
        String last = "";
        int silent = 0;
        for (int look = 0; look == 0 || out.pause(PAUSE); look++) {
            if (look % SESSION_CHECK == SESSION_CHECK - 1 && signedIn.session(call) == null) {
                return;
            }
            switch (progress.execute(new ViewProgress.Command(user))) {
                case Outcome.Nothing nothing -> {
                    send(out, look, "done", "{}");
                    return;
                }
                case Outcome.UnderWay underWay -> {
                    String told = written(underWay);
                    silent++;
                    if (!told.equals(last) || silent >= HEARTBEAT) {
                        send(out, look, "progress", told);
                        last = told;
                        silent = 0;
                    }
                }
            }
        }
    }

    private static void send(Outlet out, int id, String event, String data) throws IOException {
        out.write(("id: " + id + "\nevent: " + event + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String written(Outcome.UnderWay underWay) {
        byte[] document = Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("transactions", underWay.transactions());
            json.writeNumberField("done", underWay.done());
            json.writeNumberField("total", underWay.sources().size());
            json.writeArrayFieldStart("sources");
            for (SourceSummary source : underWay.sources()) {
                json.writeStartObject();
                json.writeStringField("source_id", source.id().value());
                json.writeStringField("status", source.status().apiName());
                json.writeNumberField("transactions", source.transactionCount());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        return new String(document, StandardCharsets.UTF_8);
    }
}
