package dev.gangway.application.signin;

import static dev.gangway.application.testkit.memory.InMemoryGangway.TIMEOUTS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.signin.Session;
import dev.gangway.domain.signin.SessionTimeouts;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How long a session lasts, and how it ends. */
class ResumeSessionTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
    private final Secret cookie = signIn();

    private Secret signIn() {
        Registered registered = gangway.register(sixpence, RequestBuilder.of("user@example.com"));
        RedeemRedirectToken.Outcome outcome = gangway.redeemRedirectToken()
                .execute(new RedeemRedirectToken.Command(
                        InMemoryGangway.tokenOf(registered),
                        RedeemRedirectToken.Intent.NAVIGATION,
                        null,
                        InMemoryGangway.ORIGIN));
        assertThat(outcome).isInstanceOf(RedeemRedirectToken.Outcome.SignedIn.class);
        return Secret.of(
                ((RedeemRedirectToken.Outcome.SignedIn) outcome).sessionToken().value());
    }

    private boolean isSignedIn() {
        return gangway.resumeSession().execute(new ResumeSession.Command(cookie))
                instanceof ResumeSession.Outcome.SignedIn;
    }

    private Session stored() {
        return Objects.requireNonNull(
                gangway.ports().sessions().find(gangway.crypto().randomTokens().hash(cookie)));
    }

    @Test
    void theCookieTellsWhoIsSignedIn() {
        assertThat(gangway.resumeSession().execute(new ResumeSession.Command(cookie)))
                .isEqualTo(new ResumeSession.Outcome.SignedIn(stored()));
        assertThat(stored().email()).isEqualTo("user@example.com");
    }

    @Test
    void anUnknownCookieTellsNobody() {
        assertThat(gangway.resumeSession().execute(new ResumeSession.Command(Secret.of("nonsense"))))
                .isEqualTo(new ResumeSession.Outcome.NobodySignedIn());
    }

    @Test
    void aSessionThatIsNotUsedEnds() {
        gangway.clock().advance(TIMEOUTS.idle().minusNanos(1000));
        assertThat(isSignedIn()).isTrue();
        gangway.clock().advance(TIMEOUTS.idle());
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void aSessionThatIsUsedLastsUntilItsAbsoluteEnd() {
        Instant end = gangway.clock().instant().plus(TIMEOUTS.absolute());
        while (gangway.clock().advance(Duration.ofMinutes(30)).isBefore(end)) {
            assertThat(isSignedIn()).isTrue();
        }
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void beingSeenIsWrittenOnceAMinuteAtMost() {
        Instant signedIn = gangway.clock().instant();
        gangway.clock().advance(SessionTimeouts.TOUCH_INTERVAL.minusNanos(1000));
        assertThat(isSignedIn()).isTrue();
        assertThat(stored().lastSeenAt()).isEqualTo(signedIn);
        gangway.clock().advance(Duration.ofNanos(1000));
        assertThat(isSignedIn()).isTrue();
        assertThat(stored().lastSeenAt()).isEqualTo(gangway.clock().instant());
    }

    @Test
    void anEndedSessionIsNotSeen() {
        Instant signedIn = gangway.clock().instant();
        gangway.clock().advance(TIMEOUTS.idle());
        assertThat(isSignedIn()).isFalse();
        assertThat(stored().lastSeenAt()).isEqualTo(signedIn);
    }

    @Test
    void onlyASessionThatIsOverIsPurged() {
        PurgeSessions purge = new PurgeSessions(gangway.ports().sessions(), TIMEOUTS, gangway.clock());
        gangway.clock().advance(TIMEOUTS.idle().minusNanos(1000));
        assertThat(purge.execute(new PurgeSessions.Command())).isEqualTo(new PurgeSessions.Outcome.Purged(0));
        gangway.clock().advance(Duration.ofSeconds(1));
        assertThat(purge.execute(new PurgeSessions.Command())).isEqualTo(new PurgeSessions.Outcome.Purged(1));
        assertThat(isSignedIn()).isFalse();
    }

    @Test
    void signingOutEndsTheSessionOnceAndForAll() {
        Session session = stored();
        SignOut.Command command = new SignOut.Command(session, InMemoryGangway.ORIGIN);
        assertThat(gangway.signOut().execute(command)).isEqualTo(new SignOut.Outcome.SignedOut());
        assertThat(isSignedIn()).isFalse();
        assertThat(gangway.signOut().execute(command)).isEqualTo(new SignOut.Outcome.SignedOut());
        assertThat(gangway.store().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.SIGNED_OUT)
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.subject()).isEqualTo(session.userId().value()));
    }
}
