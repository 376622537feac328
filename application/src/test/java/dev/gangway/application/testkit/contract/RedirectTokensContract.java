package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.signin.Delivery;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.signin.NewSession;
import dev.gangway.domain.signin.RedirectToken;
import dev.gangway.domain.signin.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@code RedirectTokens} is held to. */
public interface RedirectTokensContract extends PersistenceContract {
    private RedirectToken token(Digest idHash) {
        return Objects.requireNonNull(ports().redirectTokens().find(idHash)).token();
    }

    private boolean consume(Desk desk, Handed handed, Instant now, NewSession session, @Nullable Digest ended) {
        AuditEntry audit =
                desk.audit(AuditAction.LINK_CONSUMED, null, handed.user().value());
        return ports().redirectTokens().consume(handed.link(), now, session, ended, audit);
    }

    private NewSession session(Desk desk, Handed handed, String name) {
        return new NewSession(Hashes.of(name), handed.user(), desk.now());
    }

    @Test
    default void anUnknownLinkIsNotThere() {
        assertThat(ports().redirectTokens().find(Hashes.of("nobody's link"))).isNull();
    }

    @Test
    default void oneMoreLinkIsIssuedWithItsAuditEntryAndSupersedesNone() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        NewLink more = desk.link(handed.user(), sixpence);
        AuditEntry audit =
                desk.audit(AuditAction.LINK_REISSUED, sixpence, handed.user().value());
        ports().redirectTokens().issue(more, audit);
        assertThat(token(more.idHash()).state(desk.now())).isEqualTo(LinkState.LIVE);
        assertThat(token(more.idHash()).userId()).isEqualTo(handed.user());
        assertThat(token(more.idHash()).expiresAt()).isEqualTo(more.expiresAt());
        assertThat(token(handed.link()).state(desk.now())).isEqualTo(LinkState.LIVE);
        assertThat(ports().observed().audit()).contains(audit);
    }

    @Test
    default void anIssuedLinkReadsBackAsItWasWritten() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        assertThat(token(handed.link()))
                .isEqualTo(new RedirectToken(
                        handed.link(),
                        handed.user(),
                        Delivery.REDIRECT,
                        desk.now(),
                        handed.registration().link().expiresAt(),
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    default void itIsViewedOnceAndThatUsesNothing() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        Instant first = desk.later(Duration.ofSeconds(5));
        ports().redirectTokens().viewed(handed.link(), first);
        ports().redirectTokens().viewed(handed.link(), desk.later(Duration.ofSeconds(5)));
        ports().redirectTokens().viewed(Hashes.of("nobody's link"), first);
        assertThat(token(handed.link()).viewedAt()).isEqualTo(first);
        assertThat(token(handed.link()).state(first)).isEqualTo(LinkState.LIVE);
    }

    @Test
    default void itTellsThePartnersWayForwardAsItIsNow() {
        Desk desk = desk();
        Partner before = desk.enrol(PartnerBuilder.of("partner").build());
        Handed handed = desk.register(before, RequestBuilder.by(before, "user@example.com"));
        assertThat(Objects.requireNonNull(ports().redirectTokens().find(handed.link()))
                        .wayForward())
                .isNull();
        Partner after = PartnerBuilder.like(before)
                .name("New name")
                .returnUrl("https://partner.example/back")
                .refreshUrl("https://partner.example/fresh")
                .build();
        ports().partners().change(after, desk.audit(AuditAction.PARTNER_CHANGED, after, "addresses"));
        assertThat(Objects.requireNonNull(ports().redirectTokens().find(handed.link())))
                .satisfies(issued -> {
                    assertThat(issued.wayForward()).isEqualTo(after.refreshUrl());
                    assertThat(issued.partnerName()).isEqualTo("New name");
                });
    }

    @Test
    default void usingALinkBeginsTheSessionAndIsAudited() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Instant now = desk.later(Duration.ofMinutes(3));
        assertThat(consume(desk, handed, now, session(desk, handed, "s1"), null))
                .isTrue();
        assertThat(token(handed.link()).consumedAt()).isEqualTo(now);
        assertThat(ports().sessions().find(Hashes.of("s1")))
                .isEqualTo(new Session(Hashes.of("s1"), handed.user(), "user@example.com", now, now));
        assertThat(ports().observed().audit())
                .contains(desk.audit(
                        AuditAction.LINK_CONSUMED, null, handed.user().value()));
    }

    @Test
    default void aUsedLinkIsUsedOnce() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        consume(desk, handed, desk.now(), session(desk, handed, "s1"), null);
        Map<String, Long> before = ports().observed().rows();
        Instant first = desk.now();
        assertThat(consume(
                        desk, handed, desk.later(Duration.ofSeconds(1)), session(desk, handed, "s2"), Hashes.of("s1")))
                .isFalse();
        assertThat(ports().observed().rows()).isEqualTo(before);
        assertThat(token(handed.link()).consumedAt()).isEqualTo(first);
        assertThat(ports().sessions().find(Hashes.of("s1"))).isNotNull();
        assertThat(ports().sessions().find(Hashes.of("s2"))).isNull();
    }

    @Test
    default void theSessionThatTheBrowserHadBeforeEnds() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed one = desk.register(sixpence, "one@example.com");
        Handed two = desk.register(sixpence, "two@example.com");
        consume(desk, one, desk.now(), session(desk, one, "s1"), null);
        assertThat(consume(desk, two, desk.now(), session(desk, two, "s2"), Hashes.of("s1")))
                .isTrue();
        assertThat(ports().sessions().find(Hashes.of("s1"))).isNull();
        assertThat(Objects.requireNonNull(ports().sessions().find(Hashes.of("s2")))
                        .userId())
                .isEqualTo(two.user());
    }

    @Test
    default void aSessionThatIsGoneAlreadyDoesNotHinder() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        assertThat(consume(desk, handed, desk.now(), session(desk, handed, "s1"), Hashes.of("gone")))
                .isTrue();
    }

    @Test
    default void aLinkLivesUpToItsLastInstantAndNotAtItsEnd() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed late = desk.register(sixpence, "late@example.com");
        Handed justInTime = desk.register(sixpence, "time@example.com");
        Instant end = late.registration().link().expiresAt();
        Map<String, Long> before = ports().observed().rows();
        assertThat(consume(desk, late, end, session(desk, late, "s1"), null)).isFalse();
        assertThat(ports().observed().rows()).isEqualTo(before);
        assertThat(token(late.link()).consumedAt()).isNull();
        assertThat(consume(desk, justInTime, end.minusNanos(1000), session(desk, justInTime, "s2"), null))
                .isTrue();
    }

    @Test
    default void aSupersededLinkDoesNothing() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = desk.register(sixpence, "user@example.com");
        desk.register(sixpence, "user@example.com");
        assertThat(consume(desk, old, desk.now(), session(desk, old, "s1"), null))
                .isFalse();
        assertThat(ports().sessions().find(Hashes.of("s1"))).isNull();
        assertThat(token(old.link()).state(desk.now())).isEqualTo(LinkState.SUPERSEDED);
    }

    @Test
    default void anUnknownLinkDoesNothing() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Map<String, Long> before = ports().observed().rows();
        assertThat(ports().redirectTokens()
                        .consume(
                                Hashes.of("nobody's link"),
                                desk.now(),
                                session(desk, handed, "s1"),
                                null,
                                desk.audit(AuditAction.LINK_CONSUMED, null, "x")))
                .isFalse();
        assertThat(ports().observed().rows()).isEqualTo(before);
    }

    @Test
    default void ofManyAtOnceExactlyOneUsesTheLinkAndOneSessionBegins() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        List<Boolean> used =
                Race.amongAll(i -> consume(desk, handed, desk.now(), session(desk, handed, "racer " + i), null));
        assertThat(used).filteredOn(Boolean.TRUE::equals).hasSize(1);
        int winner = used.indexOf(true);
        for (int i = 0; i < used.size(); i++) {
            Session began = ports().sessions().find(Hashes.of("racer " + i));
            assertThat(began != null).as("session of racer %d", i).isEqualTo(i == winner);
        }
        assertThat(ports().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.LINK_CONSUMED)
                .hasSize(1);
    }

    @Test
    default void aRaceOfUseAndSupersedingEndsInOneOfTheTwo() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        for (int round = 0; round < 8; round++) {
            Handed handed = desk.register(sixpence, "user@example.com");
            String name = "round " + round;
            List<Boolean> used = Race.among(
                    2,
                    i -> i == 0
                            ? consume(desk, handed, desk.now(), session(desk, handed, name), null)
                            : desk.register(sixpence, "user@example.com").recorded() == null);
            RedirectToken after = token(handed.link());
            assertThat(after.consumedAt() != null).isEqualTo(used.get(0));
            assertThat(ports().sessions().find(Hashes.of(name)) != null).isEqualTo(used.get(0));
            assertThat(after.state(desk.now())).isNotEqualTo(LinkState.LIVE);
        }
    }
}
