package dev.gangway.adapters.http.partnerapi;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.route.Segments;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.user.FindPartnerUser;
import dev.gangway.application.user.ListPartnerUsers;
import dev.gangway.application.user.UserReference;
import dev.gangway.application.user.ViewPartnerSources;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.user.UserId;
import java.util.List;

/** The caller's users and how their sources stand. */
public final class UserRoutes {
    private static final String USERS = "/api/v1/partner/users";

    private final FindPartnerUser find;
    private final ListPartnerUsers list;
    private final ViewPartnerSources sources;
    private final Gate gate;

    /** @param gate words refusals */
    public UserRoutes(FindPartnerUser find, ListPartnerUsers list, ViewPartnerSources sources, Gate gate) {
        this.find = find;
        this.list = list;
        this.sources = sources;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                route(USERS, this::users),
                route(USERS + "/{user_id}", gate.withoutParameters(this::user)),
                route(USERS + "/{user_id}/sources", gate.withoutParameters(this::sources)));
    }

    private static Route route(String path, SecuredRoute.PartnerHandler handler) {
        return new SecuredRoute.ForPartner("GET", path, Scope.USERS_READ, MediaType.JSON, handler);
    }

    private Answer users(Call call, Principal principal) {
        return switch (UsersQuery.read(call.query(), principal.partner())) {
            case UsersQuery.Reading.Invalid invalid -> gate.refuse(Problem.invalid(invalid.errors()), call);
            case UsersQuery.Reading.One one -> one(one.user(), call, principal);
            case UsersQuery.Reading.Page page -> page(page, call, principal);
        };
    }

    private Answer page(UsersQuery.Reading.Page page, Call call, Principal principal) {
        Answer unacceptable = gate.unlessAccepted(call, MediaType.JSON);
        if (unacceptable != null) {
            return unacceptable;
        }
        ListPartnerUsers.Command command =
                new ListPartnerUsers.Command(principal.partner().id(), page.after(), page.limit());
        return switch (list.execute(command)) {
            case ListPartnerUsers.Outcome.Listed listed ->
                Answer.json(200, UserDocument.of(listed.users(), listed.next()));
            case ListPartnerUsers.Outcome.NoSuchPlace none ->
                gate.refuse(Problem.invalid(List.of(UserCursor.foreign())), call);
        };
    }

    private Answer user(Call call, Principal principal) {
        UserId user = Segments.first(call, UserId::new);
        return user == null ? nobody(call) : one(new UserReference.ById(user), call, principal);
    }

    private Answer one(UserReference user, Call call, Principal principal) {
        Answer unacceptable = gate.unlessAccepted(call, MediaType.JSON);
        if (unacceptable != null) {
            return unacceptable;
        }
        FindPartnerUser.Command command =
                new FindPartnerUser.Command(user, principal.partner().id());
        return switch (find.execute(command)) {
            case FindPartnerUser.Outcome.Found found -> Answer.json(200, UserDocument.of(found.user()));
            case FindPartnerUser.Outcome.NoSuchUser none -> nobody(call);
        };
    }

    private Answer sources(Call call, Principal principal) {
        UserId user = Segments.first(call, UserId::new);
        Answer unacceptable = gate.unlessAccepted(call, MediaType.JSON);
        if (user == null || unacceptable != null) {
            return unacceptable == null ? nobody(call) : unacceptable;
        }
        ViewPartnerSources.Command command =
                new ViewPartnerSources.Command(user, principal.partner().id());
        return switch (sources.execute(command)) {
            case ViewPartnerSources.Outcome.Found found -> Answer.json(200, UserDocument.of(found.sources()));
            case ViewPartnerSources.Outcome.NoSuchUser none -> nobody(call);
        };
    }

    private Answer nobody(Call call) {
        return gate.refuse(Problem.of(ErrorCode.USER_NOT_FOUND), call);
    }
}
