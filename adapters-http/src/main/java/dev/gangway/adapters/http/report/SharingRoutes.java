package dev.gangway.adapters.http.report;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.route.SessionForms;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Fields;
import dev.gangway.application.portfolio.ChangeSharing;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.signin.Session;
import dev.gangway.domain.user.Sharing;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The buttons under "What others see". */
public final class SharingRoutes {
    private final ChangeSharing change;
    private final SessionForms forms;
    private final Gate gate;

    /**
     * Makes changes by {@code change}.
     *
     * @param forms tells whose form it is
     * @param gate words refusals
     */
    public SharingRoutes(ChangeSharing change, SessionForms forms, Gate gate) {
        this.change = change;
        this.forms = forms;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(new SecuredRoute.ForUser("POST", "/report/sharing", "", this::share));
    }

    private Answer share(Call call, Session session) {
        Fields form = forms.fields(call, session);
        if (form == null) {
            return forms.foreign(call);
        }
        PartnerId partner = partner(form.once("partner"));
        Sharing sharing = sharing(form.once("sharing"));
        if (partner == null) {
            return invalid("partner", FieldError.INVALID_FORMAT, "must be a partner's id", call);
        }
        if (sharing == null) {
            return invalid("sharing", FieldError.NOT_ALLOWED, "must be sent_sources or all_sources", call);
        }
        ChangeSharing.Command command = new ChangeSharing.Command(session.userId(), partner, sharing, call.origin());
        return switch (change.execute(command)) {
            case ChangeSharing.Outcome.Holds holds -> Answer.seeOther("/report");
            case ChangeSharing.Outcome.NotConnected none ->
                invalid("partner", FieldError.NOT_ALLOWED, "has no connection to you", call);
        };
    }

    private Answer invalid(String field, FieldError code, String explanation, Call call) {
        return gate.refuse(Problem.invalid(List.of(new InvalidValue(field, code, explanation))), call);
    }

    private static @Nullable Sharing sharing(@Nullable String name) {
        for (Sharing one : Sharing.values()) {
            if (Ascii.lower(one.name()).equals(name)) {
                return one;
            }
        }
        return null;
    }

    private static @Nullable PartnerId partner(@Nullable String id) {
        if (id == null) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(id);
            // it takes other spellings too
            return uuid.toString().equals(id) ? new PartnerId(uuid) : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
