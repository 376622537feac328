package dev.gangway.adapters.http.signin;

import dev.gangway.adapters.http.page.ContinueView;
import dev.gangway.adapters.http.page.DeadLinkView;
import dev.gangway.adapters.http.page.DeadLinkView.Reason;
import dev.gangway.adapters.http.page.PageFrame;
import dev.gangway.adapters.http.page.Pages;
import dev.gangway.adapters.http.page.PartnerLink;
import dev.gangway.adapters.http.page.SwitchView;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Frames;
import dev.gangway.application.signin.RedeemRedirectToken.Issuer;
import dev.gangway.application.signin.RedeemRedirectToken.Outcome;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.signin.Session;
import org.jspecify.annotations.Nullable;

/** The pages that a link shows instead of signing somebody in. */
public final class LinkPages {
    private final Pages pages;
    private final Frames frames;

    /** Fills {@code pages}. */
    public LinkPages(Pages pages, Frames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    Answer askFirst(Call call, Outcome.ContinueFirst first, String formToken) {
        return Answer.html(
                200,
                pages.continueHandoff(
                        PageFrame.anonymous(),
                        new ContinueView(call.path(), formToken, first.issuer().name())));
    }

    Answer askFirst(Call call, Outcome.SwitchFirst first, String formToken) {
        return Answer.html(
                200,
                pages.switchUser(
                        PageFrame.anonymous(),
                        new SwitchView(
                                call.path(),
                                formToken,
                                first.current().email(),
                                first.issuer().name())));
    }

    Answer dead(Outcome.Dead dead, @Nullable Session current) {
        return Answer.html(
                dead.state() == LinkState.FORGED ? 404 : 410,
                pages.deadLink(frames.of(current), new DeadLinkView(reason(dead.state()), back(dead.issuer()))));
    }

    private static @Nullable PartnerLink back(@Nullable Issuer issuer) {
        return issuer == null || issuer.wayForward() == null
                ? null
                : new PartnerLink(issuer.name(), issuer.wayForward().value());
    }

    private static Reason reason(LinkState state) {
        return switch (state) {
            case USED -> Reason.USED;
            case REVOKED -> Reason.REVOKED;
            case SUPERSEDED -> Reason.SUPERSEDED;
            case EXPIRED -> Reason.EXPIRED;
            case FORGED -> Reason.FORGED;
            case LIVE -> throw new IllegalStateException("a live link is not dead");
        };
    }
}
