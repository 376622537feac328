package dev.gangway.adapters.http.source;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.route.SessionForms;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Json;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.source.RefreshSource;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.signin.Session;
import dev.gangway.domain.source.SourceId;
import java.time.Duration;
import java.util.List;

/** Bringing a source up to date by hand. */
public final class RefreshRoutes {
    private static final String REPORT = "/report";

    private final RefreshSource refresh;
    private final SessionForms forms;
    private final Gate gate;

    /** @param gate words refusals */
    public RefreshRoutes(RefreshSource refresh, SessionForms forms, Gate gate) {
        this.refresh = refresh;
        this.forms = forms;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(new SecuredRoute.ForUser("POST", "/sources/{id}/refresh", "", this::answer));
    }

    private Answer answer(Call call, Session session) {
        if (forms.fields(call, session) == null) {
            return forms.foreign(call);
        }
        SourceId source = SourcePath.source(call);
        if (source == null) {
            return gate.refuse(Problem.of(ErrorCode.NOT_FOUND), call);
        }
        RefreshSource.Command command = new RefreshSource.Command(session.userId(), source, call.origin());
        return switch (refresh.execute(command)) {
            case RefreshSource.Outcome.UnderWay underWay -> underWay(call, source);
            case RefreshSource.Outcome.TooSoon soon -> tooSoon(call, soon.retryAfter());
            case RefreshSource.Outcome.KeyNeeded needed ->
                isForPerson(call)
                        ? Answer.seeOther("/sources/" + source.value() + "/key")
                        : gate.refuse(Problem.of(ErrorCode.SOURCE_NEEDS_KEY), call);
            case RefreshSource.Outcome.NothingToAsk uploaded ->
                gate.refuse(Problem.of(ErrorCode.SOURCE_WAS_UPLOADED), call);
            case RefreshSource.Outcome.NoSuchSource none -> gate.refuse(Problem.of(ErrorCode.NOT_FOUND), call);
        };
    }

    private static Answer underWay(Call call, SourceId source) {
        if (isForPerson(call)) {
            return Answer.seeOther(REPORT);
        }
        return Answer.json(202, Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("source_id", source.value());
            json.writeEndObject();
        }));
    }

    private Answer tooSoon(Call call, Duration retryAfter) {
        String seconds = Long.toString(
                Math.max(1, retryAfter.plusSeconds(1).minusNanos(1).toSeconds()));
        String detail = "This source was refreshed a moment ago. It can be refreshed again in " + seconds + " s.";
        return gate.refuse(Problem.of(ErrorCode.RATE_LIMITED, detail), call).with("Retry-After", seconds);
    }

    /** A program says that it wants JSON; whoever does not is sent on as a browser is. */
    private static boolean isForPerson(Call call) {
        List<String> accept = call.headers("Accept");
        return MediaType.isNamed(accept, MediaType.HTML) || !MediaType.isNamed(accept, MediaType.JSON);
    }
}
