package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.registration.PartnerLink;
import dev.gangway.application.registration.port.PartnerLinks.Revoked;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.signin.LinkId;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.signin.NewSession;
import dev.gangway.domain.signin.RedirectToken;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@code PartnerLinks} is held to. */
public interface PartnerLinksContract extends PersistenceContract {
    private RedirectToken token(LinkId link, Partner partner) {
        PartnerLink found = Objects.requireNonNull(ports().partnerLinks().find(link, partner.id()));
        assertThat(found.id()).isEqualTo(link);
        return found.token();
    }

    private boolean issue(Desk desk, NewLink link, Partner partner) {
        return ports().partnerLinks()
                .issue(
                        link,
                        desk.audit(
                                AuditAction.LINK_ISSUED, partner, link.userId().value()));
    }

    private Revoked revoke(Desk desk, LinkId link, Partner partner) {
        return ports().partnerLinks()
                .revoke(link, partner.id(), desk.now(), desk.audit(AuditAction.LINK_REVOKED, partner, link.value()));
    }

    private boolean consume(Desk desk, NewLink link, String session) {
        AuditEntry audit =
                desk.audit(AuditAction.LINK_CONSUMED, null, link.userId().value());
        NewSession begun = new NewSession(Hashes.of(session), link.userId(), desk.now());
        return ports().redirectTokens().consume(link.idHash(), desk.now(), begun, null, audit);
    }

    private void connect(Desk desk, UserId user, Partner partner, ConnectionStatus status) {
        ports().arranged().connect(user, new Connection(partner.id(), status, desk.now(), null), desk.now());
    }

    @Test
    default void aFreshLinkSupersedesTheRegistrations() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        LinkId old = handed.registration().link().id();
        NewLink fresh = desk.link(handed.user(), sixpence);
        assertThat(token(old, sixpence).state(desk.now())).isEqualTo(LinkState.LIVE);

        assertThat(issue(desk, fresh, sixpence)).isTrue();

        assertThat(token(old, sixpence).state(desk.now())).isEqualTo(LinkState.SUPERSEDED);
        assertThat(token(fresh.id(), sixpence).state(desk.now())).isEqualTo(LinkState.LIVE);
        assertThat(token(fresh.id(), sixpence).userId()).isEqualTo(handed.user());
        assertThat(ports().observed().audit()).extracting(AuditEntry::action).contains(AuditAction.LINK_ISSUED);
        assertThat(consume(desk, fresh, "session")).isTrue();
        assertThat(token(fresh.id(), sixpence).consumedAt()).isEqualTo(desk.now());
    }

    @Test
    default void aRegistrationSupersedesAFreshLink() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        NewLink fresh = desk.link(handed.user(), sixpence);
        issue(desk, fresh, sixpence);
        desk.register(sixpence, "user@example.com");
        assertThat(token(fresh.id(), sixpence).state(desk.now())).isEqualTo(LinkState.SUPERSEDED);
    }

    @Test
    default void nothingIsIssuedForAUserThatDoesNotLetThePartnerIn() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        UserId user = desk.register(sixpence, "user@example.com").user();
        Map<String, Long> before = ports().observed().rows();

        assertThat(issue(desk, desk.link(user, other), other)).isFalse();
        assertThat(issue(desk, desk.link(desk.ids().userId(), sixpence), sixpence))
                .isFalse();
        assertThat(ports().observed().rows()).isEqualTo(before);
        connect(desk, user, other, ConnectionStatus.PENDING);
        assertThat(issue(desk, desk.link(user, other), other)).isFalse();
        connect(desk, user, other, ConnectionStatus.REVOKED);
        assertThat(issue(desk, desk.link(user, other), other)).isFalse();
        connect(desk, user, other, ConnectionStatus.ACTIVE);
        assertThat(issue(desk, desk.link(user, other), other)).isTrue();
    }

    @Test
    default void aLinkIsItsPartnersAlone() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        Handed handed = desk.register(sixpence, "user@example.com");
        connect(desk, handed.user(), other, ConnectionStatus.ACTIVE);
        LinkId link = handed.registration().link().id();

        assertThat(ports().partnerLinks().find(link, other.id())).isNull();
        assertThat(ports().partnerLinks().find(desk.ids().linkId(), sixpence.id()))
                .isNull();
        assertThat(revoke(desk, link, other)).isEqualTo(Revoked.NO_SUCH_LINK);
        assertThat(token(link, sixpence).revokedAt()).isNull();
        connect(desk, handed.user(), sixpence, ConnectionStatus.REVOKED);
        assertThat(ports().partnerLinks().find(link, sixpence.id())).isNull();
        assertThat(revoke(desk, link, sixpence)).isEqualTo(Revoked.NO_SUCH_LINK);
    }

    @Test
    default void aRevokedLinkIsDeadAndRevokedOnce() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        NewLink link = handed.registration().link();

        assertThat(revoke(desk, link.id(), sixpence)).isEqualTo(Revoked.REVOKED);
        Map<String, Long> after = ports().observed().rows();
        desk.later(Duration.ofSeconds(1));
        assertThat(revoke(desk, link.id(), sixpence)).isEqualTo(Revoked.AS_BEFORE);

        assertThat(ports().observed().rows()).isEqualTo(after);
        assertThat(token(link.id(), sixpence).revokedAt()).isEqualTo(desk.now().minusSeconds(1));
        assertThat(consume(desk, link, "session")).isFalse();
    }

    @Test
    default void whatCannotBeUsedIsNotRevoked() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed used = desk.register(sixpence, "a@example.com");
        Handed superseded = desk.register(sixpence, "b@example.com");
        Handed expired = desk.register(sixpence, "c@example.com");
        assertThat(consume(desk, used.registration().link(), "session")).isTrue();
        desk.register(sixpence, "b@example.com");
        desk.later(Duration.ofDays(31));

        for (Handed one : List.of(used, superseded, expired)) {
            LinkId link = one.registration().link().id();
            assertThat(revoke(desk, link, sixpence)).isEqualTo(Revoked.AS_BEFORE);
            assertThat(token(link, sixpence).revokedAt()).isNull();
        }
    }

    @Test
    default void ofUseAndRevocationAtOnceOneComesFirst() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        for (int round = 0; round < 10; round++) {
            String email = "user" + round + "@example.com";
            NewLink link = desk.register(sixpence, email).registration().link();
            List<Boolean> won = Race.among(
                    2, i -> i == 0 ? consume(desk, link, email) : revoke(desk, link.id(), sixpence) == Revoked.REVOKED);
            assertThat(won).containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    default void ofManyIssuedAtOnceAlsoByRegistrationsOneLives() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        UserId user = desk.register(sixpence, "user@example.com").user();
        List<LinkId> links = Race.among(8, i -> {
            if (i % 2 == 0) {
                return desk.register(sixpence, "user@example.com")
                        .registration()
                        .link()
                        .id();
            }
            NewLink link = desk.link(user, sixpence);
            assertThat(issue(desk, link, sixpence)).isTrue();
            return link.id();
        });
        assertThat(links)
                .filteredOn(link -> token(link, sixpence).state(desk.now()) == LinkState.LIVE)
                .hasSize(1);
    }
}
