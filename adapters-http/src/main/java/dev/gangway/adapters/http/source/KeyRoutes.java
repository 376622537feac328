package dev.gangway.adapters.http.source;

import dev.gangway.adapters.http.page.KeyGuide;
import dev.gangway.adapters.http.page.KeyView;
import dev.gangway.adapters.http.page.Pages;
import dev.gangway.adapters.http.page.ReportViews;
import dev.gangway.adapters.http.page.SourceRow;
import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.route.SessionForms;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Fields;
import dev.gangway.adapters.http.wire.Frames;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.source.ReplaceSourceKey;
import dev.gangway.application.source.ViewSourceKey;
import dev.gangway.application.source.port.SourceKeys.KeyHolder;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.signin.Session;
import dev.gangway.domain.source.KeyDraft;
import dev.gangway.domain.source.SourceId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page that takes a new key for a source. */
public final class KeyRoutes {
    private static final String PATH = "/sources/{id}/key";

    private final ViewSourceKey view;
    private final ReplaceSourceKey replace;
    private final SessionForms forms;
    private final Pages pages;
    private final Frames frames;
    private final Gate gate;

    /** @param gate words refusals */
    public KeyRoutes(
            ViewSourceKey view, ReplaceSourceKey replace, SessionForms forms, Pages pages, Frames frames, Gate gate) {
        this.view = view;
        this.replace = replace;
        this.forms = forms;
        this.pages = pages;
        this.frames = frames;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new SecuredRoute.ForUser("GET", PATH, MediaType.HTML, this::show),
                new SecuredRoute.ForUser("POST", PATH, "", this::take));
    }

    private Answer show(Call call, Session session) {
        SourceId source = SourcePath.source(call);
        if (source == null) {
            return gate.refuse(Problem.of(ErrorCode.NOT_FOUND), call);
        }
        return switch (view.execute(new ViewSourceKey.Command(session.userId(), source))) {
            case ViewSourceKey.Outcome.Found found ->
                Answer.html(200, page(session, found.holder(), found.needsPassphrase(), Map.of()));
            case ViewSourceKey.Outcome.WasUploaded uploaded ->
                gate.refuse(Problem.of(ErrorCode.SOURCE_WAS_UPLOADED), call);
            case ViewSourceKey.Outcome.NoSuchSource none -> gate.refuse(Problem.of(ErrorCode.NOT_FOUND), call);
        };
    }

    private Answer take(Call call, Session session) {
        Fields fields = forms.fields(call, session);
        if (fields == null) {
            return forms.foreign(call);
        }
        SourceId source = SourcePath.source(call);
        if (source == null) {
            return gate.refuse(Problem.of(ErrorCode.NOT_FOUND), call);
        }
        KeyDraft draft = new KeyDraft(fields.once("api_key"), fields.once("api_secret"), fields.once("api_passphrase"));
        ReplaceSourceKey.Command command = new ReplaceSourceKey.Command(session.userId(), source, draft, call.origin());
        return switch (replace.execute(command)) {
            case ReplaceSourceKey.Outcome.Replaced replaced -> Answer.seeOther("/report");
            case ReplaceSourceKey.Outcome.Invalid invalid -> invalid(call, session, invalid);
            case ReplaceSourceKey.Outcome.WasUploaded uploaded ->
                gate.refuse(Problem.of(ErrorCode.SOURCE_WAS_UPLOADED), call);
            case ReplaceSourceKey.Outcome.NoSuchSource none -> gate.refuse(Problem.of(ErrorCode.NOT_FOUND), call);
        };
    }

    private Answer invalid(Call call, Session session, ReplaceSourceKey.Outcome.Invalid invalid) {
        if (!MediaType.isNamed(call.headers("Accept"), MediaType.HTML)) {
            return gate.refuse(Problem.invalid(invalid.errors()), call);
        }
        Map<String, String> errors = invalid.errors().stream()
                .collect(Collectors.toMap(InvalidValue::field, InvalidValue::explanation, (first, second) -> first));
        return Answer.html(400, page(session, invalid.holder(), invalid.needsPassphrase(), errors));
    }

    private String page(Session session, KeyHolder holder, boolean passphrase, Map<String, String> errors) {
        String exchange = holder.exchange().value();
        SourceRow.State state = ReportViews.state(holder.status(), holder.failure(), false);
        KeyGuide guide = KeyGuide.of(exchange);
        return pages.replaceKey(
                frames.of(session),
                new KeyView(
                        "/sources/" + holder.id().value() + "/key",
                        frames.token(session),
                        guide.exchange(),
                        guide,
                        state.status().equals("credentials_failed") ? state : null,
                        passphrase,
                        errors));
    }
}
