package dev.gangway.application.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.signin.RedeemRedirectToken.Intent;
import dev.gangway.application.signin.RedeemRedirectToken.Issuer;
import dev.gangway.application.signin.RedeemRedirectToken.Outcome;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryCrypto;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.discount.DiscountOutcome;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.signin.Delivery;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.signin.RedirectToken;
import dev.gangway.domain.signin.Session;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of whoever opens a link, and of the link (contract, "The redirect URL"). */
class RedeemRedirectTokenTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
    private final Issuer issuer = new Issuer(sixpence.name(), sixpence.wayForward());
    private final Registered registered = register("user@example.com");
    private final Secret token = InMemoryGangway.tokenOf(registered);

    private Registered register(String email) {
        return gangway.register(sixpence, RequestBuilder.of(email));
    }

    private Outcome open(Secret opened, Intent intent, @Nullable Session current) {
        return gangway.redeemRedirectToken()
                .execute(new RedeemRedirectToken.Command(opened, intent, current, InMemoryGangway.ORIGIN));
    }

    private Outcome open(Intent intent) {
        return open(token, intent, null);
    }

    private Session signedIn(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.SignedIn.class);
        OutboundSecret sessionToken = ((Outcome.SignedIn) outcome).sessionToken();
        return Objects.requireNonNull(
                gangway.ports().sessions().find(gangway.crypto().randomTokens().hash(sessionToken)));
    }

    private Session somebodyElse() {
        Registered other = register("other@example.com");
        return signedIn(open(InMemoryGangway.tokenOf(other), Intent.NAVIGATION, null));
    }

    private Digest idOf(Secret opened) {
        return gangway.crypto()
                .randomTokens()
                .hash(Objects.requireNonNull(gangway.crypto().linkSigner().verify(opened)));
    }

    @Test
    void aNavigationLandsItsUserSignedIn() {
        Outcome outcome = open(Intent.NAVIGATION);
        Session session = signedIn(outcome);
        assertThat(((Outcome.SignedIn) outcome).userId()).isEqualTo(registered.userId());
        assertThat(session.userId()).isEqualTo(registered.userId());
        assertThat(session.signedInAt()).isEqualTo(gangway.clock().instant());
        assertThat(gangway.store().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.LINK_CONSUMED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.partnerId()).isEqualTo(sixpence.id());
                    assertThat(entry.subject()).isEqualTo(registered.userId().value());
                });
    }

    @Test
    void aLookShowsContinueAndChangesNothing() {
        Map<String, Long> before = gangway.store().observed().rows();
        for (int i = 0; i < 5; i++) {
            assertThat(open(Intent.LOOK)).isEqualTo(new Outcome.ContinueFirst(issuer, idOf(token)));
        }
        assertThat(gangway.store().observed().rows()).isEqualTo(before);
        signedIn(open(Intent.NAVIGATION));
    }

    @Test
    void theContinueButtonLandsWheneverTheLinkLives() {
        gangway.clock().set(registered.redirectExpiresAt().minusNanos(1000));
        signedIn(open(Intent.CONFIRMED));
    }

    @Test
    void aNavigationLandsForTenMinutesAndThenIsAskedToContinue() {
        Registered late = register("late@example.com");
        gangway.clock().advance(RedirectToken.DIRECT_LANDING.minusNanos(1000));
        signedIn(open(Intent.NAVIGATION));
        gangway.clock().advance(Duration.ofNanos(1000));
        Secret lateToken = InMemoryGangway.tokenOf(late);
        assertThat(open(lateToken, Intent.NAVIGATION, null))
                .isEqualTo(new Outcome.ContinueFirst(issuer, idOf(lateToken)));
        signedIn(open(lateToken, Intent.CONFIRMED, null));
    }

    @Test
    void anEmailedLinkAlwaysShowsContinue() {
        OutboundSecret id = gangway.crypto().randomTokens().next();
        Instant now = gangway.clock().instant();
        Instant end = now.plus(Duration.ofMinutes(15));
        issue(sixpence, registered.userId(), id, Delivery.EMAIL, end);
        Secret emailed =
                Secret.of(gangway.crypto().linkSigner().sign(id, now, end).value());
        assertThat(open(emailed, Intent.NAVIGATION, null)).isInstanceOf(Outcome.ContinueFirst.class);
        signedIn(open(emailed, Intent.CONFIRMED, null));
    }

    private void issue(Partner partner, UserId user, OutboundSecret id, Delivery delivery, Instant end) {
        Instant now = gangway.clock().instant();
        NewLink link = new NewLink(
                gangway.ids().linkId(),
                gangway.crypto().randomTokens().hash(id),
                user,
                partner.id(),
                delivery,
                now,
                end);
        gangway.ports()
                .registrations()
                .record(new Registration(
                        user,
                        null,
                        partner,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        new DiscountOutcome.None(),
                        link,
                        List.of(),
                        gangway.store().observed().audit().get(0),
                        now));
    }

    @ParameterizedTest
    @EnumSource(Intent.class)
    void anExpiredLinkIsDeadFromItsEndOn(Intent intent) {
        gangway.clock().set(registered.redirectExpiresAt());
        assertThat(open(intent)).isEqualTo(new Outcome.Dead(LinkState.EXPIRED, issuer));
    }

    @ParameterizedTest
    @EnumSource(Intent.class)
    void aUsedLinkIsDead(Intent intent) {
        signedIn(open(Intent.NAVIGATION));
        assertThat(open(intent)).isEqualTo(new Outcome.Dead(LinkState.USED, issuer));
    }

    @ParameterizedTest
    @EnumSource(Intent.class)
    void aSupersededLinkIsDead(Intent intent) {
        register("user@example.com");
        assertThat(open(intent)).isEqualTo(new Outcome.Dead(LinkState.SUPERSEDED, issuer));
    }

    @ParameterizedTest
    @EnumSource(Intent.class)
    void forgedAndUnknownLinksLookAlike(Intent intent) {
        Outcome forged = new Outcome.Dead(LinkState.FORGED, null);
        InMemoryCrypto thief = new InMemoryCrypto("thief", null);
        Instant now = gangway.clock().instant();
        OutboundSecret unknown = gangway.crypto().randomTokens().next();
        assertThat(open(Secret.of("nonsense"), intent, null)).isEqualTo(forged);
        assertThat(open(Secret.of(token.reveal() + "="), intent, null)).isEqualTo(forged);
        assertThat(open(
                        Secret.of(thief.linkSigner()
                                .sign(unknown, now, now.plusSeconds(60))
                                .value()),
                        intent,
                        null))
                .isEqualTo(forged);
        assertThat(open(
                        Secret.of(gangway.crypto()
                                .linkSigner()
                                .sign(unknown, now, now.plusSeconds(60))
                                .value()),
                        intent,
                        null))
                .isEqualTo(forged);
    }

    @Test
    void aUsedLinkOpenedByItsOwnUserLeadsToTheReport() {
        Session own = signedIn(open(Intent.NAVIGATION));
        Map<String, Long> before = gangway.store().observed().rows();
        for (Intent intent : Intent.values()) {
            assertThat(open(token, intent, own)).isEqualTo(new Outcome.AlreadyLanded(registered.userId()));
        }
        assertThat(gangway.store().observed().rows()).isEqualTo(before);
    }

    @Test
    void aSupersededLinkOpenedByItsOwnUserIsDeadAllTheSame() {
        Registered second = register("user@example.com");
        Session own = signedIn(open(InMemoryGangway.tokenOf(second), Intent.NAVIGATION, null));
        assertThat(open(token, Intent.NAVIGATION, own)).isEqualTo(new Outcome.Dead(LinkState.SUPERSEDED, issuer));
    }

    @Test
    void theSameUserSignedInUsesANewLinkAsUsualUnderAFreshSession() {
        Session before = signedIn(open(Intent.NAVIGATION));
        Registered second = register("user@example.com");
        Session after = signedIn(open(InMemoryGangway.tokenOf(second), Intent.NAVIGATION, before));
        assertThat(after.idHash()).isNotEqualTo(before.idHash());
        assertThat(gangway.ports().sessions().find(before.idHash())).isNull();
    }

    @Test
    void somebodyElseSignedInIsAskedFirstAndNothingIsBurnt() {
        Session other = somebodyElse();
        Map<String, Long> before = gangway.store().observed().rows();
        for (Intent intent : List.of(Intent.LOOK, Intent.NAVIGATION, Intent.CONFIRMED)) {
            assertThat(open(token, intent, other)).isEqualTo(new Outcome.SwitchFirst(issuer, other, idOf(token)));
        }
        assertThat(gangway.store().observed().rows()).isEqualTo(before);
        assertThat(gangway.ports().sessions().find(other.idHash())).isNotNull();
    }

    @Test
    void theSwitchButtonEndsTheOtherSessionAndLands() {
        Session other = somebodyElse();
        Session own = signedIn(open(token, Intent.SWITCHED, other));
        assertThat(own.userId()).isEqualTo(registered.userId());
        assertThat(gangway.ports().sessions().find(other.idHash())).isNull();
    }

    @Test
    void somebodyElsesDeadLinkIsDeadNotASwitch() {
        signedIn(open(Intent.NAVIGATION));
        assertThat(open(token, Intent.NAVIGATION, somebodyElse())).isEqualTo(new Outcome.Dead(LinkState.USED, issuer));
    }

    @Test
    void aLinkOfAPartnerThatDidNotBringTheUserSignsNobodyIn() {
        Partner other = gangway.enrol(PartnerBuilder.of("other").build());
        OutboundSecret id = gangway.crypto().randomTokens().next();
        Instant now = gangway.clock().instant();
        Instant end = now.plus(Duration.ofDays(1));
        issue(other, registered.userId(), id, Delivery.REDIRECT, end);
        Secret theirs =
                Secret.of(gangway.crypto().linkSigner().sign(id, now, end).value());
        Map<String, Long> before = gangway.store().observed().rows();
        for (Intent intent : Intent.values()) {
            assertThat(open(theirs, intent, null)).isInstanceOf(Outcome.Dead.class);
        }
        assertThat(gangway.store().observed().rows()).isEqualTo(before);
    }

    @Test
    void aDeadLinkTellsTheWayThatThePartnerPrefersNow() {
        Partner moved = PartnerBuilder.like(sixpence)
                .refreshUrl("https://sixpence.example/fresh")
                .build();
        gangway.ports()
                .partners()
                .change(moved, gangway.store().observed().audit().get(0));
        gangway.clock().set(registered.redirectExpiresAt());
        assertThat(open(Intent.NAVIGATION))
                .isEqualTo(new Outcome.Dead(LinkState.EXPIRED, new Issuer(sixpence.name(), moved.refreshUrl())));
    }

    @Test
    void ofManyAtOnceExactlyOneSignsInAndTheOthersLearnThatItIsUsed() {
        List<Outcome> outcomes = Race.amongAll(i -> open(i % 2 == 0 ? Intent.NAVIGATION : Intent.CONFIRMED));
        assertThat(outcomes).filteredOn(Outcome.SignedIn.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(new Outcome.Dead(LinkState.USED, issuer)::equals)
                .hasSize(Race.RACERS - 1);
        assertThat(gangway.store().observed().rows()).containsEntry("sessions", 1L);
    }

    @Test
    void nothingThatAnOutcomeSaysOfItselfTellsTheSession() {
        Outcome outcome = open(Intent.NAVIGATION);
        assertThat(outcome.toString())
                .doesNotContain(((Outcome.SignedIn) outcome).sessionToken().value());
        assertThat(new RedeemRedirectToken.Command(token, Intent.LOOK, null, InMemoryGangway.ORIGIN).toString())
                .doesNotContain(token.reveal());
    }
}
