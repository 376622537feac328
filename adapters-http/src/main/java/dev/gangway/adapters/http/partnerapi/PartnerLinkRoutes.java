package dev.gangway.adapters.http.partnerapi;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Parameters;
import dev.gangway.adapters.http.route.PartnerPosts;
import dev.gangway.adapters.http.route.Reading;
import dev.gangway.adapters.http.route.Reading.Result;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.route.Segments;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.idempotency.AnswerOnce.FreshLink;
import dev.gangway.application.registration.IssueLink;
import dev.gangway.application.registration.RevokeLink;
import dev.gangway.application.registration.ViewLink;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.signin.LinkId;
import dev.gangway.domain.user.UserId;
import java.util.List;

/** The caller's redirect links: a fresh one, what became of one, the end of one. */
public final class PartnerLinkRoutes {
    private static final String LINK = "/api/v1/partner/links/{link_id}";

    private final IssueLink issue;
    private final ViewLink view;
    private final RevokeLink revoke;
    private final PartnerPosts posts;
    private final Gate gate;

    /**
     * @param posts makes POSTs
     * @param gate words refusals
     */
    public PartnerLinkRoutes(IssueLink issue, ViewLink view, RevokeLink revoke, PartnerPosts posts, Gate gate) {
        this.issue = issue;
        this.view = view;
        this.revoke = revoke;
        this.posts = posts;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                posts.optionalJson("/api/v1/partner/users/{user_id}/links", Scope.USERS_WRITE, this::issue),
                new SecuredRoute.ForPartner(
                        "GET", LINK, Scope.USERS_READ, MediaType.JSON, gate.withoutParameters(this::view)),
                new SecuredRoute.ForPartner(
                        "DELETE", LINK, Scope.USERS_WRITE, "", gate.withoutParameters(this::revoke)));
    }

    private Reading issue(byte[] body, Call call, Principal principal) {
        if (!EmptyObject.isEmpty(body)) {
            return new Reading.Refused(
                    Problem.of(ErrorCode.MALFORMED_REQUEST, "This call has no body, or the empty object {}."));
        }
        List<InvalidValue> errors = Parameters.others(call.query());
        if (!errors.isEmpty()) {
            return new Reading.Refused(Problem.invalid(errors));
        }
        UserId user = Segments.first(call, UserId::new);
        return user == null
                ? new Reading.Refused(Problem.of(ErrorCode.USER_NOT_FOUND))
                : new Reading.Ready(() -> issueFor(user, call, principal));
    }

    private Result issueFor(UserId user, Call call, Principal principal) {
        return switch (issue.execute(new IssueLink.Command(user, principal, call.origin()))) {
            case IssueLink.Outcome.Issued issued ->
                new Result.Linked(
                        201,
                        LinkDocument.ofUser(user),
                        user,
                        new FreshLink(issued.id(), issued.url(), issued.expiresAt()),
                        true);
            case IssueLink.Outcome.NoSuchUser none -> new Result.Refused(Problem.of(ErrorCode.USER_NOT_FOUND));
        };
    }

    private Answer view(Call call, Principal principal) {
        LinkId link = Segments.first(call, LinkId::new);
        Answer unacceptable = gate.unlessAccepted(call, MediaType.JSON);
        if (link == null || unacceptable != null) {
            return unacceptable == null ? noLink(call) : unacceptable;
        }
        return switch (view.execute(
                new ViewLink.Command(link, principal.partner().id()))) {
            case ViewLink.Outcome.Found found -> Answer.json(200, LinkDocument.of(found.link(), found.at()));
            case ViewLink.Outcome.NoSuchLink none -> noLink(call);
        };
    }

    private Answer revoke(Call call, Principal principal) {
        LinkId link = Segments.first(call, LinkId::new);
        if (link == null) {
            return noLink(call);
        }
        return switch (revoke.execute(new RevokeLink.Command(link, principal, call.origin()))) {
            case RevokeLink.Outcome.Dead dead -> Answer.empty(204);
            case RevokeLink.Outcome.NoSuchLink none -> noLink(call);
        };
    }

    private Answer noLink(Call call) {
        return gate.refuse(Problem.of(ErrorCode.LINK_NOT_FOUND), call);
    }
}
