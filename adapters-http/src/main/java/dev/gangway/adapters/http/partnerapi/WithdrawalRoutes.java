package dev.gangway.adapters.http.partnerapi;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.route.Segments;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.user.EndConnection;
import dev.gangway.application.user.RemovePartnerSource;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.util.List;

/** What the caller takes back: a source that it sent, its connection to a user. */
public final class WithdrawalRoutes {
    private static final String USER = "/api/v1/partner/users/{user_id}";

    private final RemovePartnerSource remove;
    private final EndConnection end;
    private final Gate gate;

    /** @param gate words refusals */
    public WithdrawalRoutes(RemovePartnerSource remove, EndConnection end, Gate gate) {
        this.remove = remove;
        this.end = end;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                new SecuredRoute.ForPartner(
                        "DELETE",
                        USER + "/sources/{source_id}",
                        Scope.SOURCES_WRITE,
                        "",
                        gate.withoutParameters(this::remove)),
                new SecuredRoute.ForPartner(
                        "DELETE", USER + "/connection", Scope.USERS_WRITE, "", gate.withoutParameters(this::end)));
    }

    private Answer remove(Call call, Principal principal) {
        UserId user = Segments.first(call, UserId::new);
        if (user == null) {
            return refuse(ErrorCode.USER_NOT_FOUND, call);
        }
        SourceId source = Segments.second(call, SourceId::new);
        if (source == null) {
            // nobody has such a source; whether the caller has the user is asked of one that nobody has either
            source = new SourceId(SourceId.PREFIX + "0".repeat(26));
        }
        return switch (remove.execute(new RemovePartnerSource.Command(user, source, principal, call.origin()))) {
            case RemovePartnerSource.Outcome.Gone gone -> Answer.empty(204);
            case RemovePartnerSource.Outcome.NoSuchSource none -> refuse(ErrorCode.SOURCE_NOT_FOUND, call);
            case RemovePartnerSource.Outcome.NoSuchUser none -> refuse(ErrorCode.USER_NOT_FOUND, call);
        };
    }

    private Answer end(Call call, Principal principal) {
        UserId user = Segments.first(call, UserId::new);
        if (user == null) {
            return refuse(ErrorCode.USER_NOT_FOUND, call);
        }
        return switch (end.execute(new EndConnection.Command(user, principal, call.origin()))) {
            case EndConnection.Outcome.Ended ended -> Answer.empty(204);
            case EndConnection.Outcome.NoSuchUser none -> refuse(ErrorCode.USER_NOT_FOUND, call);
        };
    }

    private Answer refuse(ErrorCode code, Call call) {
        return gate.refuse(Problem.of(code), call);
    }
}
