package dev.gangway.adapters.http.portfolio;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.MediaType;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.portfolio.ViewPortfolio;
import dev.gangway.application.portfolio.ViewPortfolioProperties;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.user.UserId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A user's portfolio, for a partner that the user has let in (seed 002). */
public final class PortfolioRoutes {
    private final ViewPortfolio portfolio;
    private final ViewPortfolioProperties properties;
    private final Gate gate;

    /**
     * Shows what {@code portfolio} and {@code properties} find.
     *
     * @param gate words refusals
     */
    public PortfolioRoutes(ViewPortfolio portfolio, ViewPortfolioProperties properties, Gate gate) {
        this.portfolio = portfolio;
        this.properties = properties;
        this.gate = gate;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                route("/portfolio", (user, principal) -> portfolio(user, principal)),
                route("/portfolio-properties", (user, principal) -> properties(user, principal)));
    }

    /** Finds the document, null if the partner may not see it. */
    @FunctionalInterface
    private interface Finding {
        byte @Nullable [] of(UserId user, Principal principal);
    }

    private Route route(String path, Finding finding) {
        return new SecuredRoute.ForPartner(
                "GET",
                path,
                Scope.PORTFOLIO_READ,
                MediaType.JSON,
                (call, principal) -> answer(call, user -> finding.of(user, principal)));
    }

    private Answer answer(Call call, Function<UserId, byte @Nullable []> finding) {
        return switch (UserQuery.read(call.query())) {
            case UserQuery.Reading.Invalid invalid -> gate.refuse(Problem.invalid(invalid.errors()), call);
            case UserQuery.Reading.Read read -> {
                Answer unacceptable = gate.unlessAccepted(call, MediaType.JSON);
                if (unacceptable != null) {
                    yield unacceptable;
                }
                byte[] document = finding.apply(read.user());
                yield document == null
                        ? gate.refuse(Problem.of(ErrorCode.USER_NOT_FOUND), call)
                        : Answer.json(200, document);
            }
        };
    }

    private byte @Nullable [] portfolio(UserId user, Principal principal) {
        ViewPortfolio.Command command =
                new ViewPortfolio.Command(user, principal.partner().id());
        return switch (portfolio.execute(command)) {
            case ViewPortfolio.Outcome.Found found -> PortfolioDocument.of(found.portfolio());
            case ViewPortfolio.Outcome.NoSuchUser nobody -> null;
        };
    }

    private byte @Nullable [] properties(UserId user, Principal principal) {
        ViewPortfolioProperties.Command command =
                new ViewPortfolioProperties.Command(user, principal.partner().id());
        return switch (properties.execute(command)) {
            case ViewPortfolioProperties.Outcome.Found found -> PortfolioDocument.of(found.properties());
            case ViewPortfolioProperties.Outcome.NoSuchUser nobody -> null;
        };
    }
}
