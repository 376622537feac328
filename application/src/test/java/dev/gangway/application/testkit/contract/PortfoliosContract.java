package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.portfolio.SharedConnection;
import dev.gangway.application.portfolio.port.Portfolios.Shared;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.source.port.SourceImports.Bound;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.Sharing;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@code Portfolios} is held to. */
public interface PortfoliosContract extends ImportSupport {
    private void connect(Desk desk, UserId user, Partner partner, ConnectionStatus status) {
        ports().arranged().connect(user, new Connection(partner.id(), status, desk.now(), null), desk.now());
    }

    private Shared share(Desk desk, UserId user, Partner partner, Sharing sharing) {
        return ports().portfolios().share(user, partner.id(), sharing, audit(desk, user, partner, sharing));
    }

    private static AuditEntry audit(Desk desk, UserId user, Partner partner, Sharing sharing) {
        AuditAction action = switch (sharing) {
            case ALL_SOURCES -> AuditAction.SHARING_WIDENED;
            case SENT_SOURCES -> AuditAction.SHARING_NARROWED;
        };
        return desk.audit(action, partner, user.value());
    }

    private List<AuditEntry> changes() {
        return ports().observed().audit().stream()
                .filter(entry ->
                        entry.action() == AuditAction.SHARING_WIDENED || entry.action() == AuditAction.SHARING_NARROWED)
                .toList();
    }

    @Test
    default void thePartnerThatBroughtAUserSeesWhatItSent() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        assertThat(ports().portfolios().visible(handed.user(), sixpence.id()))
                .isEqualTo(new LedgerScope(handed.user(), sixpence.id()));
        assertThat(ports().portfolios().sharing(handed.user()))
                .containsExactly(new SharedConnection(sixpence.id(), "SixpenceX", Sharing.SENT_SOURCES));
    }

    @Test
    default void whoeverHasNoActiveConnectionSeesNothing() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner stranger = desk.enrol(PartnerBuilder.of("stranger").build());
        Partner waiting = desk.enrol(PartnerBuilder.of("waiting").build());
        Partner former = desk.enrol(PartnerBuilder.of("former").build());
        Handed handed = desk.register(sixpence, "user@example.com");
        connect(desk, handed.user(), waiting, ConnectionStatus.PENDING);
        connect(desk, handed.user(), former, ConnectionStatus.REVOKED);
        for (Partner partner : List.of(stranger, waiting, former)) {
            assertThat(ports().portfolios().visible(handed.user(), partner.id()))
                    .isNull();
            assertThat(share(desk, handed.user(), partner, Sharing.ALL_SOURCES)).isEqualTo(Shared.NOT_CONNECTED);
            assertThat(ports().portfolios().visible(handed.user(), partner.id()))
                    .isNull();
        }
        assertThat(ports().portfolios().visible(desk.ids().userId(), sixpence.id()))
                .isNull();
        assertThat(ports().portfolios().sharing(desk.ids().userId())).isEmpty();
        assertThat(ports().portfolios().sharing(handed.user()))
                .extracting(SharedConnection::partner)
                .containsExactly(sixpence.id());
        assertThat(changes()).isEmpty();
    }

    @Test
    default void whatIsSharedIsTheUsersChoiceForEachPartner() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").name("Another").build());
        Handed handed = desk.register(sixpence, "user@example.com");
        Handed stranger = desk.register(sixpence, "stranger@example.com");
        connect(desk, handed.user(), other, ConnectionStatus.ACTIVE);
        assertThat(share(desk, handed.user(), other, Sharing.ALL_SOURCES)).isEqualTo(Shared.CHANGED);
        AuditEntry widened = audit(desk, handed.user(), other, Sharing.ALL_SOURCES);
        assertThat(ports().portfolios().visible(handed.user(), other.id())).isEqualTo(LedgerScope.whole(handed.user()));
        assertThat(ports().portfolios().visible(handed.user(), sixpence.id()))
                .isEqualTo(new LedgerScope(handed.user(), sixpence.id()));
        assertThat(ports().portfolios().visible(stranger.user(), sixpence.id()))
                .isEqualTo(new LedgerScope(stranger.user(), sixpence.id()));
        assertThat(ports().portfolios().sharing(handed.user()))
                .containsExactly(
                        new SharedConnection(other.id(), "Another", Sharing.ALL_SOURCES),
                        new SharedConnection(sixpence.id(), "SixpenceX", Sharing.SENT_SOURCES));
        desk.later(Duration.ofMinutes(1));
        assertThat(share(desk, handed.user(), other, Sharing.ALL_SOURCES)).isEqualTo(Shared.AS_BEFORE);
        assertThat(share(desk, handed.user(), other, Sharing.SENT_SOURCES)).isEqualTo(Shared.CHANGED);
        assertThat(ports().portfolios().visible(handed.user(), other.id()))
                .isEqualTo(new LedgerScope(handed.user(), other.id()));
        assertThat(changes()).containsExactly(widened, audit(desk, handed.user(), other, Sharing.SENT_SOURCES));
    }

    @Test
    default void aConnectionThatEndsTakesWhatWasSharedWithIt() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        share(desk, handed.user(), sixpence, Sharing.ALL_SOURCES);
        connect(desk, handed.user(), sixpence, ConnectionStatus.REVOKED);
        assertThat(ports().portfolios().visible(handed.user(), sixpence.id())).isNull();
        assertThat(ports().portfolios().sharing(handed.user())).isEmpty();
    }

    @Test
    default void registeringAgainChangesNothingOfIt() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        share(desk, handed.user(), sixpence, Sharing.ALL_SOURCES);
        desk.register(sixpence, "user@example.com");
        assertThat(ports().portfolios().visible(handed.user(), sixpence.id()))
                .isEqualTo(LedgerScope.whole(handed.user()));
    }

    @Test
    default void ofManyEqualChoicesAtOnceOneIsAChange() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        List<Shared> shared = Race.among(16, i -> share(desk, handed.user(), sixpence, Sharing.ALL_SOURCES));
        assertThat(shared).filteredOn(Shared.CHANGED::equals).hasSize(1);
        assertThat(shared).filteredOn(Shared.AS_BEFORE::equals).hasSize(15);
        assertThat(changes()).hasSize(1);
    }

    private void store(Desk desk, SourceId source, LedgerTransaction... page) {
        Begun run = desk.begin(source);
        assertThat(ports().sourceImports().store(run, List.of(page), "c", desk.now()))
                .isTrue();
        assertThat(ports().sourceImports().complete(run, desk.now())).isTrue();
    }

    private long seen(UserId user, Partner partner) {
        return ports().ledgers()
                .state(Objects.requireNonNull(ports().portfolios().visible(user, partner.id())))
                .transactions();
    }

    @Test
    default void eachPartnerSeesTheHistoryOfWhatItSentAlsoAsADuplicate() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        RequestBuilder both = RequestBuilder.by(sixpence, "user@example.com")
                .key("api-key-000001", "api-secret-1")
                .key("api-key-000002", "api-secret-2");
        Handed handed = desk.register(sixpence, both);
        Handed stranger = desk.register(sixpence, "stranger@example.com");
        store(desk, handed.source(0), deposit("1", 1));
        store(desk, handed.source(1), deposit("2", 2), deposit("3", 3));
        store(desk, stranger.source(), deposit("4", 4));
        connect(desk, handed.user(), other, ConnectionStatus.ACTIVE);
        assertThat(seen(handed.user(), sixpence)).isEqualTo(3);
        assertThat(seen(handed.user(), other)).isZero();
        Handed again = desk.register(
                other, RequestBuilder.by(other, "user@example.com").key("api-key-000002", "api-secret-2"));
        assertThat(again.registration().sourcesAdded()).isZero();
        assertThat(seen(handed.user(), other)).isEqualTo(2);
        share(desk, handed.user(), other, Sharing.ALL_SOURCES);
        assertThat(seen(handed.user(), other)).isEqualTo(3);
        share(desk, handed.user(), other, Sharing.SENT_SOURCES);
        assertThat(seen(handed.user(), other)).isEqualTo(2);
    }

    @Test
    default void aSourceThatMergesIsSeenThroughTheOneThatStays() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        AccountReference account = new AccountReference("acct-1");
        Handed old = desk.register(sixpence, "user@example.com");
        assertThat(ports().sourceImports().bindAccount(desk.begin(old.source()), account, desk.now()))
                .isEqualTo(Bound.BOUND);
        store(desk, old.source(), deposit("1", 1), deposit("2", 2));
        connect(desk, old.user(), other, ConnectionStatus.ACTIVE);
        Handed fresh = desk.register(
                other, RequestBuilder.by(other, "user@example.com").key("another-api-key", "another-secret"));
        assertThat(seen(old.user(), other)).isZero();
        assertThat(ports().sourceImports().bindAccount(desk.begin(fresh.source()), account, desk.now()))
                .isEqualTo(Bound.MERGED);
        assertThat(seen(old.user(), other)).isEqualTo(2);
        assertThat(seen(old.user(), sixpence)).isEqualTo(2);
    }
}
