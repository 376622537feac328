package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.source.port.SourceKeys.NewKey;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.user.port.Withdrawals.Removed;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.registration.RegistrationDecision;
import dev.gangway.domain.registration.RegistrationRequest;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.source.CredentialFingerprints;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.Sharing;
import dev.gangway.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@code Withdrawals} is held to. */
public interface WithdrawalsContract extends WithdrawnKeysContract {
    private boolean disconnect(Desk desk, UserId user, Partner partner) {
        return ports().withdrawals()
                .disconnect(
                        user,
                        partner.id(),
                        desk.now(),
                        desk.audit(AuditAction.CONNECTION_ENDED, partner, user.value()));
    }

    private KnownUser user(Desk desk, Partner partner) {
        return Objects.requireNonNull(desk.snapshot(partner, "user@example.com"));
    }

    @Test
    default void aSourceThatNobodyElseSentGoesWithEverything() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        Begun run = desk.begin(handed.source());
        ports().sourceImports().store(run, List.of(deposit("1", 1), deposit("2", 2)), "c", desk.now());

        assertThat(remove(desk, handed.user(), handed.source(), sixpence)).isEqualTo(Removed.REMOVED);

        assertThat(user(desk, sixpence).sources()).isEmpty();
        assertThat(report(handed).transactionCount()).isZero();
        assertThat(ports().observed().sendersOf(handed.source())).isEmpty();
        assertThat(ports().observed().queuedImports()).isEmpty();
        assertThat(ports().sourceImports().begin(handed.source(), desk.ids().importRunId(), desk.now()))
                .isNull();
    }

    @Test
    default void aRunThatIsUnderWayWritesNothingMore() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        Begun run = desk.begin(handed.source());
        remove(desk, handed.user(), handed.source(), sixpence);
        Map<String, Long> after = ports().observed().rows();

        assertThat(ports().sourceImports().store(run, List.of(deposit("1", 1)), "c", desk.now()))
                .isFalse();
        assertThat(ports().sourceImports().complete(run, desk.now())).isFalse();
        assertThat(ports().sourceImports().fail(run, SourceFailure.EXCHANGE_UNREACHABLE, desk.now()))
                .isFalse();
        assertThat(ports().observed().rows()).isEqualTo(after);
    }

    @Test
    default void whatIsRemovedTwiceWasRemovedAndWhatNeverWasIsNot() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        Handed handed = desk.register(sixpence, "user@example.com");
        Handed neighbour = desk.register(sixpence, "neighbour@example.com");
        connect(desk, handed.user(), other);

        assertThat(remove(desk, handed.user(), handed.source(), other)).isEqualTo(Removed.NO_SUCH_SOURCE);
        assertThat(remove(desk, handed.user(), desk.ids().sourceId(), sixpence)).isEqualTo(Removed.NO_SUCH_SOURCE);
        assertThat(remove(desk, handed.user(), neighbour.source(), sixpence)).isEqualTo(Removed.NO_SUCH_SOURCE);
        assertThat(remove(desk, neighbour.user(), neighbour.source(), other)).isEqualTo(Removed.NO_SUCH_USER);
        assertThat(remove(desk, handed.user(), handed.source(), sixpence)).isEqualTo(Removed.REMOVED);
        Map<String, Long> after = ports().observed().rows();
        assertThat(remove(desk, handed.user(), handed.source(), sixpence)).isEqualTo(Removed.AS_BEFORE);
        assertThat(remove(desk, neighbour.user(), handed.source(), sixpence)).isEqualTo(Removed.NO_SUCH_SOURCE);
        assertThat(ports().observed().rows()).isEqualTo(after);
        assertThat(user(desk, sixpence).sources()).isEmpty();
    }

    @Test
    default void whatAnotherPartnerSentTooStays() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other =
                desk.enrol(PartnerBuilder.of("other").exchanges("SIXPENCE").build());
        Handed handed = desk.register(sixpence, "user@example.com");
        connect(desk, handed.user(), other);
        assertThat(desk.register(other, "user@example.com").source()).isEqualTo(handed.source());

        assertThat(remove(desk, handed.user(), handed.source(), sixpence)).isEqualTo(Removed.REMOVED);
        assertThat(user(desk, sixpence).sources()).hasSize(1);
        assertThat(ports().observed().sendersOf(handed.source())).containsExactly(other.id());
        assertThat(remove(desk, handed.user(), handed.source(), other)).isEqualTo(Removed.REMOVED);
        assertThat(user(desk, sixpence).sources()).isEmpty();
    }

    @Test
    default void whatItsOwnerHasPutAKeyOfTheirOwnInStays() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        NewKey key = new NewKey(
                handed.user(),
                handed.source(),
                new SealedCredentials(desk.ids().credentialsId(), handed.user(), "sealed:own"),
                new CredentialFingerprints(Desk.fingerprint(Desk.RING_KEY, "own key", "own secret"), List.of()),
                desk.now());
        ports().sourceKeys()
                .replace(
                        key,
                        desk.audit(
                                AuditAction.SOURCE_KEY_REPLACED,
                                null,
                                handed.source().value()));

        assertThat(remove(desk, handed.user(), handed.source(), sixpence)).isEqualTo(Removed.REMOVED);
        assertThat(user(desk, sixpence).sources()).hasSize(1);
        assertThat(ports().observed().sendersOf(handed.source())).isEmpty();
    }

    @Test
    default void whatIsSentAgainIsANewSourceWithOneHistory() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        ports().sourceImports().store(desk.begin(handed.source()), List.of(deposit("1", 1)), "c", desk.now());
        remove(desk, handed.user(), handed.source(), sixpence);
        Handed again = desk.register(sixpence, "user@example.com");

        assertThat(again.registration().sourcesAdded()).isEqualTo(1);
        assertThat(again.source()).isNotEqualTo(handed.source());
        ports().sourceImports().store(desk.begin(again.source()), List.of(deposit("1", 1)), "c", desk.now());
        assertThat(report(again).transactionCount()).isEqualTo(1);
    }

    @Test
    default void removalWhileAnImportStoresLeavesNoHistoryBehind() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        for (int round = 0; round < 10; round++) {
            Handed handed = desk.register(sixpence, "user" + round + "@example.com");
            Begun run = desk.begin(handed.source());
            List<Boolean> done = Race.among(
                    3,
                    i -> i == 0
                            ? remove(desk, handed.user(), handed.source(), sixpence) == Removed.REMOVED
                            : ports().sourceImports()
                                    .store(run, List.of(deposit("1", 1), deposit("2", 2)), "c" + i, desk.now()));
            assertThat(done.get(0)).isTrue();
            assertThat(report(handed).sources()).isEmpty();
            assertThat(report(handed).transactionCount()).isZero();
        }
        assertThat(ports().observed().rows())
                .allSatisfy(
                        (table, rows) -> assertThat(rows).as(table).isEqualTo(table.startsWith("ledger") ? 0 : rows));
    }

    @Test
    default void removalWhileTheSameKeyIsSentLeavesOneSourceOrNone() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed first = desk.register(sixpence, "user@example.com");
        for (int round = 0; round < 10; round++) {
            SourceId source = desk.register(sixpence, "user@example.com").source();
            List<Boolean> done = Race.among(
                    2,
                    i -> i == 0
                            ? remove(desk, first.user(), source, sixpence) == Removed.REMOVED
                            : desk.register(sixpence, "user@example.com")
                                    .recorded()
                                    .isKept());
            assertThat(done).containsOnly(true);
            for (KnownUser.KnownSource left : user(desk, sixpence).sources()) {
                assertThat(ports().observed().sendersOf(left.id())).containsExactly(sixpence.id());
            }
            assertThat(user(desk, sixpence).sources()).hasSizeLessThan(2);
        }
    }

    @Test
    default void anEndedConnectionOpensNothingAndTheUserStays() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        ports().portfolios()
                .share(
                        handed.user(),
                        sixpence.id(),
                        Sharing.ALL_SOURCES,
                        desk.audit(
                                AuditAction.SHARING_WIDENED,
                                sixpence,
                                handed.user().value()));

        assertThat(disconnect(desk, handed.user(), sixpence)).isTrue();
        Map<String, Long> after = ports().observed().rows();
        assertThat(disconnect(desk, handed.user(), sixpence)).isFalse();
        assertThat(disconnect(desk, desk.ids().userId(), sixpence)).isFalse();
        assertThat(ports().observed().rows()).isEqualTo(after);

        KnownUser user = user(desk, sixpence);
        assertThat(Objects.requireNonNull(user.connection()).status()).isEqualTo(ConnectionStatus.REVOKED);
        assertThat(user.attributedTo()).isEqualTo(sixpence.id());
        assertThat(user.sources()).hasSize(1);
        assertThat(ports().portfolios().visible(handed.user(), sixpence.id())).isNull();
        assertThat(remove(desk, handed.user(), handed.source(), sixpence)).isEqualTo(Removed.NO_SUCH_USER);
        assertThat(Objects.requireNonNull(ports().redirectTokens().find(handed.link()))
                        .token()
                        .state(desk.now()))
                .isEqualTo(LinkState.REVOKED);
        connect(desk, handed.user(), sixpence);
        assertThat(ports().portfolios().sharing(handed.user()))
                .singleElement()
                .satisfies(shared -> assertThat(shared.sharing()).isEqualTo(Sharing.SENT_SOURCES));
    }

    @Test
    default void ofARegistrationAndTheEndAtOnceNoLinkLivesOn() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        for (int round = 0; round < 10; round++) {
            RegistrationRequest request =
                    RequestBuilder.by(sixpence, "user" + round + "@example.com").build(sixpence);
            UserId user = desk.asNewUser(sixpence, request).user();
            Race.among(2, i -> i == 0 ? disconnect(desk, user, sixpence) : registerAgain(desk, sixpence, request));
            KnownUser known = Objects.requireNonNull(
                    ports().registrations().snapshot(sixpence.realm(), request.email(), sixpence.id(), null));
            assertThat(Objects.requireNonNull(known.connection()).isActive()).isFalse();
            assertThat(ports().partnerUsers().sources(user, sixpence.id())).isNull();
            assertThat(registerAgain(desk, sixpence, request)).isFalse();
        }
    }

    private boolean registerAgain(Desk desk, Partner partner, RegistrationRequest request) {
        return ports().transactions().inTransaction(() -> {
            KnownUser known = Objects.requireNonNull(
                    ports().registrations().snapshot(partner.realm(), request.email(), partner.id(), null));
            return switch (Registration.ofKnownUser(
                    known, request, partner, desk.materialFor(known.id(), request, partner))) {
                case RegistrationDecision.Refused refused -> false;
                case Registration registration ->
                    ports().registrations().record(registration).isKept();
            };
        });
    }
}
