package dev.gangway.application.signin;

import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.application.signin.port.RedirectTokens;
import dev.gangway.application.signin.port.RedirectTokens.Issued;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.signin.LinkPower;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.signin.NewSession;
import dev.gangway.domain.signin.RedirectToken;
import dev.gangway.domain.signin.Session;
import dev.gangway.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Follows a redirect link: lands its user signed in exactly once, or says why not (contract, "The redirect URL"). What
 * merely looks at a link never uses it up.
 */
public final class RedeemRedirectToken {
    private final LinkSigner signer;
    private final RedirectTokens links;
    private final RandomTokens tokens;
    private final Clock clock;

    /** Redeems links of {@code links} that {@code signer} signed. */
    public RedeemRedirectToken(LinkSigner signer, RedirectTokens links, RandomTokens tokens, Clock clock) {
        this.signer = signer;
        this.links = links;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** How the link was opened. */
    public enum Intent {
        /** By something that need not be a person: shows a page, changes nothing. */
        LOOK,
        /** By something that is shown its page, be it a person: changes nothing but that the link was viewed. */
        SHOWN,
        /** By a browser's real top-level navigation. */
        NAVIGATION,
        /** By the button of the Continue page. */
        CONFIRMED,
        /** By the button of the switch page, which ends another person's session. */
        SWITCHED
    }

    /**
     * A link and who opens it.
     *
     * @param token as it stands in the URL
     * @param intent how it was opened
     * @param current who is signed in already, null if nobody is
     * @param origin where the request came from
     */
    public record Command(
            Secret token, Intent intent, @Nullable Session current, RequestOrigin origin) {}

    /** What the browser gets. */
    public sealed interface Outcome {
        /**
         * Signed in.
         *
         * @param sessionToken the session's id, for the cookie
         */
        record SignedIn(UserId userId, OutboundSecret sessionToken) implements Outcome {}

        /** A page with one button; {@code linkId} names its form. */
        record ContinueFirst(Issuer issuer, Digest linkId) implements Outcome {}

        /** A page that asks before another person's session ends; {@code linkId} names its form. */
        record SwitchFirst(Issuer issuer, Session current, Digest linkId) implements Outcome {}

        /** The used link of the very person who is signed in: on to the report. */
        record AlreadyLanded(UserId userId) implements Outcome {}

        /**
         * A page that says why it is dead.
         *
         * @param state anything but {@link LinkState#LIVE}
         * @param issuer whose link it was, null if forged
         */
        record Dead(LinkState state, @Nullable Issuer issuer) implements Outcome {}
    }

    /**
     * The partner behind a link.
     *
     * @param name what people call it
     * @param wayForward where it takes users whose link is dead, null if nowhere
     */
    public record Issuer(String name, @Nullable WebAddress wayForward) {}

    /** Follows the link. */
    public Outcome execute(Command command) {
        Secret id = signer.verify(command.token());
        if (id == null) {
            return new Outcome.Dead(LinkState.FORGED, null);
        }
        Digest idHash = tokens.hash(id);
        Issued issued = links.find(idHash);
        if (issued == null) {
            return new Outcome.Dead(LinkState.FORGED, null);
        }
        Instant now = ApplicationTime.now(clock);
        Outcome atRest = withoutUse(command, issued, now);
        if (atRest == null) {
            return use(command, issued, now);
        }
        if (issued.token().viewedAt() == null && isShown(command.intent(), atRest)) {
            links.viewed(idHash, now);
        }
        return atRest;
    }

    /** Whether somebody is now shown the page of a live link; landing at once shows none. */
    private static boolean isShown(Intent intent, Outcome outcome) {
        boolean page = switch (outcome) {
            case Outcome.ContinueFirst first -> true;
            case Outcome.SwitchFirst first -> true;
            case Outcome.SignedIn in -> false;
            case Outcome.AlreadyLanded landed -> false;
            case Outcome.Dead dead -> false;
        };
        return page
                && switch (intent) {
                    case SHOWN, NAVIGATION -> true;
                    case LOOK, CONFIRMED, SWITCHED -> false;
                };
    }

    /** The outcome where the link is not to be used now, else null. */
    private @Nullable Outcome withoutUse(Command command, Issued issued, Instant now) {
        RedirectToken token = issued.token();
        Issuer issuer = issuerOf(issued);
        Session current = command.current();
        boolean own = current != null && current.userId().equals(token.userId());
        LinkState state = token.state(now);
        if (state == LinkState.USED && own) {
            return new Outcome.AlreadyLanded(token.userId());
        }
        if (state != LinkState.LIVE) {
            return new Outcome.Dead(state, issuer);
        }
        if (LinkPower.decide(issued.partnerId(), issued.attributedTo(), issued.connectionActive())
                != LinkPower.SIGNS_IN) {
            return new Outcome.Dead(LinkState.REVOKED, issuer);
        }
        if (current != null && !own && command.intent() != Intent.SWITCHED) {
            return new Outcome.SwitchFirst(issuer, current, token.idHash());
        }
        boolean lands = switch (command.intent()) {
            case LOOK, SHOWN -> false;
            case NAVIGATION -> token.landsDirectly(now);
            case CONFIRMED, SWITCHED -> true;
        };
        return lands ? null : new Outcome.ContinueFirst(issuer, token.idHash());
    }

    private Outcome use(Command command, Issued issued, Instant now) {
        RedirectToken token = issued.token();
        OutboundSecret sessionToken = tokens.next();
        NewSession session = new NewSession(tokens.hash(sessionToken), token.userId(), now);
        Session current = command.current();
        AuditEntry audit = new AuditEntry(
                AuditAction.LINK_CONSUMED,
                issued.partnerId(),
                null,
                token.userId().value(),
                command.origin().by(RequestOrigin.LINK, token.userId().value()),
                now);
        if (links.consume(token.idHash(), now, session, current == null ? null : current.idHash(), audit)) {
            return new Outcome.SignedIn(token.userId(), sessionToken);
        }
        // somebody else was first: tell what the link is now
        Issued after = links.find(token.idHash());
        LinkState state = after == null ? LinkState.FORGED : after.token().state(now);
        return new Outcome.Dead(state == LinkState.LIVE ? LinkState.EXPIRED : state, issuerOf(issued));
    }

    private static Issuer issuerOf(Issued issued) {
        return new Issuer(issued.partnerName(), issued.wayForward());
    }
}
