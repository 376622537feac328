package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.registration.port.Registrations.Recorded;
import dev.gangway.application.signin.port.RedirectTokens;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.discount.DiscountOutcome;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.signin.NewSession;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The part of {@link RegistrationsContract} that is about users who exist. */
interface KnownUserRegistrationsContract extends PersistenceContract {
    /** A call with another secret for the key that every request has by itself. */
    private static RequestBuilder withNewSecret(Partner partner, String email) {
        return RequestBuilder.by(partner, email).key(RequestBuilder.API_KEY, "another-api-secret");
    }

    private LinkState stateOf(Desk desk, Digest link) {
        RedirectTokens.Issued issued =
                Objects.requireNonNull(ports().redirectTokens().find(link));
        return issued.token().state(desk.now());
    }

    private KnownUser.KnownSource onlySource(Desk desk, Partner partner, String email) {
        KnownUser known = Objects.requireNonNull(desk.snapshot(partner, email));
        assertThat(known.sources()).hasSize(1);
        return known.sources().get(0);
    }

    @Test
    default void registeringAgainChangesNobodysNameAndQueuesNothing() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed first = desk.register(sixpence, "known@example.com");
        List<QueuedImport> queued = ports().observed().queuedImports();
        Handed again = desk.register(
                sixpence,
                RequestBuilder.by(sixpence, "known@example.com").name("Other").jurisdiction("USA"));
        assertThat(again.recorded()).isEqualTo(Recorded.KEPT);
        assertThat(again.user()).isEqualTo(first.user());
        assertThat(again.source()).isEqualTo(first.source());
        assertThat(Objects.requireNonNull(ports().reports().find(first.user())).name())
                .isEqualTo("Jordan");
        assertThat(ports().observed().queuedImports()).containsExactlyInAnyOrderElementsOf(queued);
        assertThat(ports().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.USER_REGISTERED_AGAIN)
                .containsExactly(again.registration().audit());
    }

    @Test
    default void aNewKeyIsAddedAndQueuedBesideTheOld() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed first = desk.register(sixpence, "known@example.com");
        Handed again = desk.register(
                sixpence, RequestBuilder.by(sixpence, "known@example.com").key("second-api-key", "second-api-secret"));
        assertThat(again.registration().sourcesAdded()).isEqualTo(1);
        assertThat(Objects.requireNonNull(desk.snapshot(sixpence, "known@example.com"))
                        .sources())
                .extracting(KnownUser.KnownSource::id)
                .containsExactlyInAnyOrder(first.source(), again.source());
        assertThat(ports().observed().queuedImports())
                .extracting(QueuedImport::source)
                .containsExactlyInAnyOrder(first.source(), again.source());
    }

    @Test
    default void aReplacedSecretOfAWaitingSourceIsQueuedUnderItsNewCredentials() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed first = desk.register(sixpence, "known@example.com");
        Handed again = desk.register(sixpence, withNewSecret(sixpence, "known@example.com"));
        Registration.Replaced replaced = again.registration().replaced().get(0);
        assertThat(ports().observed().queuedImports())
                .contains(new QueuedImport(first.source(), replaced.sealed().id(), ImportPriority.FIRST));
        assertThat(onlySource(desk, sixpence, "known@example.com").fingerprint())
                .isEqualTo(replaced.fingerprint());
        assertThat(desk.begin(first.source()).credentials()).isEqualTo(replaced.sealed());
    }

    @Test
    default void aReplacedSecretBringsItsFingerprintsAndNamesTheirKey() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed first = desk.register(sixpence, "known@example.com");
        Registration decided = desk.decideAsKnown(
                sixpence, withNewSecret(sixpence, "known@example.com").build(sixpence));
        CredentialFingerprint anew = Desk.fingerprint("ring-2", "api key", "secret");
        Registration.Replaced replaced = new Registration.Replaced(
                first.source(), decided.replaced().get(0).sealed(), anew, false);
        assertThat(ports().registrations()
                        .record(new Registration(
                                decided.userId(),
                                null,
                                sixpence,
                                null,
                                List.of(),
                                List.of(replaced),
                                decided.sentAgain(),
                                decided.discount(),
                                decided.link(),
                                decided.answers(),
                                decided.audit(),
                                decided.at()))
                        .isKept())
                .isTrue();
        assertThat(onlySource(desk, sixpence, "known@example.com").fingerprint())
                .isEqualTo(anew);
        assertThat(Objects.requireNonNull(desk.snapshot(sixpence, "known@example.com"))
                        .ringKeys())
                .containsExactly("ring-2");
    }

    @Test
    default void aPopulatedSourceTakesTheNewSecretAndIsNotQueued() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed first = desk.register(sixpence, "known@example.com");
        assertThat(ports().sourceImports().complete(desk.begin(first.source()), desk.now()))
                .isTrue();
        List<QueuedImport> queued = ports().observed().queuedImports();
        Handed again = desk.register(sixpence, withNewSecret(sixpence, "known@example.com"));
        assertThat(again.registration().replaced()).hasSize(1);
        assertThat(ports().observed().queuedImports()).containsExactlyInAnyOrderElementsOf(queued);
        assertThat(onlySource(desk, sixpence, "known@example.com").status()).isEqualTo(SourceStatus.POPULATED);
        assertThat(desk.begin(first.source()).credentials())
                .isEqualTo(again.registration().replaced().get(0).sealed());
    }

    @Test
    default void aSecretReplacedDuringARefreshCausesAnotherRun() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed first = desk.register(sixpence, "known@example.com");
        ports().sourceImports().complete(desk.begin(first.source()), desk.now());
        Begun refresh = desk.begin(first.source());
        Handed again = desk.register(sixpence, withNewSecret(sixpence, "known@example.com"));
        assertThat(ports().observed().queuedImports())
                .contains(new QueuedImport(
                        first.source(),
                        again.registration().replaced().get(0).sealed().id(),
                        ImportPriority.REFRESH));
        assertThat(ports().sourceImports().fail(refresh, SourceFailure.CREDENTIALS_REFUSED, desk.now()))
                .isFalse();
        assertThat(onlySource(desk, sixpence, "known@example.com").status()).isEqualTo(SourceStatus.POPULATED);
    }

    @Test
    default void aSecretThatIsReplacedAsARefreshFailsIsQueuedAndProcessing() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed first = desk.register(sixpence, "known@example.com");
        ports().sourceImports().complete(desk.begin(first.source()), desk.now());
        Begun refresh = desk.begin(first.source());
        Registration decided = desk.decideAsKnown(
                sixpence, withNewSecret(sixpence, "known@example.com").build(sixpence));
        assertThat(ports().sourceImports().fail(refresh, SourceFailure.CREDENTIALS_REFUSED, desk.now()))
                .isTrue();
        assertThat(ports().registrations().record(decided)).isEqualTo(Recorded.KEPT);
        assertThat(onlySource(desk, sixpence, "known@example.com").status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(ports().observed().queuedImports())
                .contains(new QueuedImport(
                        first.source(), decided.replaced().get(0).sealed().id(), ImportPriority.FIRST));
        assertThat(desk.begin(first.source()).credentials())
                .isEqualTo(decided.replaced().get(0).sealed());
    }

    @Test
    default void aSecretThatIsReplacedAsTheFirstImportEndsLeavesTheSourcePopulatedAndQueued() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed first = desk.register(sixpence, "known@example.com");
        Begun run = desk.begin(first.source());
        Registration decided = desk.decideAsKnown(
                sixpence, withNewSecret(sixpence, "known@example.com").build(sixpence));
        assertThat(ports().sourceImports().complete(run, desk.now())).isTrue();
        assertThat(ports().registrations().record(decided)).isEqualTo(Recorded.KEPT);
        assertThat(onlySource(desk, sixpence, "known@example.com").status()).isEqualTo(SourceStatus.POPULATED);
        assertThat(ports().observed().queuedImports())
                .extracting(QueuedImport::credentials)
                .contains(decided.replaced().get(0).sealed().id());
    }

    @Test
    default void whateverTheMomentAReplacedSecretIsImportedOrQueued() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Race.among(16, user -> {
            String email = "racer" + user + "@example.com";
            Handed first = desk.register(sixpence, email);
            ports().sourceImports().complete(desk.begin(first.source()), desk.now());
            Begun refresh = desk.begin(first.source());
            return Race.among(
                    2,
                    i -> i == 0
                            ? ports().sourceImports().fail(refresh, SourceFailure.CREDENTIALS_REFUSED, desk.now())
                            : desk.register(sixpence, withNewSecret(sixpence, email)));
        });
        for (int user = 0; user < 16; user++) {
            String email = "racer" + user + "@example.com";
            KnownUser.KnownSource source = onlySource(desk, sixpence, email);
            assertThat(source.status().canBeRetried()).isFalse();
            assertThat(ports().observed().queuedImports())
                    .extracting(QueuedImport::credentials)
                    .contains(desk.begin(source.id()).credentials().id());
        }
    }

    @Test
    default void aFailedSourceIsQueuedAgainAndProcessing() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed first = desk.register(sixpence, "known@example.com");
        ports().sourceImports().fail(desk.begin(first.source()), SourceFailure.CREDENTIALS_REFUSED, desk.now());
        assertThat(onlySource(desk, sixpence, "known@example.com").status()).isEqualTo(SourceStatus.CREDENTIALS_FAILED);
        Handed again = desk.register(sixpence, "known@example.com");
        assertThat(onlySource(desk, sixpence, "known@example.com").status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(ports().observed().queuedImports())
                .contains(new QueuedImport(
                        first.source(),
                        again.registration().replaced().get(0).sealed().id(),
                        ImportPriority.FIRST));
        assertThat(desk.begin(first.source()).firstImport()).isTrue();
    }

    @Test
    default void aNewLinkSupersedesTheUnusedOnesOfThisUserAndPartnerOnly() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed used = desk.register(sixpence, "known@example.com");
        assertThat(ports().redirectTokens()
                        .consume(
                                used.link(),
                                desk.now(),
                                new NewSession(used.link(), used.user(), desk.now()),
                                null,
                                desk.audit(AuditAction.LINK_CONSUMED, sixpence, "x")))
                .isTrue();
        Handed older = desk.register(sixpence, "known@example.com");
        Handed neighbour = desk.register(sixpence, "neighbour@example.com");
        desk.later(Duration.ofMinutes(1));
        Handed newest = desk.register(sixpence, "known@example.com");
        assertThat(stateOf(desk, used.link())).isEqualTo(LinkState.USED);
        assertThat(stateOf(desk, older.link())).isEqualTo(LinkState.SUPERSEDED);
        assertThat(stateOf(desk, neighbour.link())).isEqualTo(LinkState.LIVE);
        assertThat(stateOf(desk, newest.link())).isEqualTo(LinkState.LIVE);
        assertThat(Objects.requireNonNull(ports().redirectTokens().find(older.link()))
                        .token()
                        .supersededAt())
                .isEqualTo(desk.now());
    }

    @Test
    default void anotherPartnersLinkLivesOnAndSaysThatItIsNotTheCreators() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        Handed own = desk.register(sixpence, "known@example.com");
        Registration byOther = new Registration(
                own.user(),
                null,
                other,
                null,
                List.of(),
                List.of(),
                List.of(own.source()),
                new DiscountOutcome.None(),
                desk.link(own.user(), other),
                List.of(),
                desk.audit(AuditAction.USER_REGISTERED_AGAIN, other, own.user().value()),
                desk.now());
        assertThat(ports().registrations().record(byOther)).isEqualTo(Recorded.KEPT);
        assertThat(stateOf(desk, own.link())).isEqualTo(LinkState.LIVE);
        RedirectTokens.Issued issued = Objects.requireNonNull(
                ports().redirectTokens().find(byOther.link().idHash()));
        assertThat(issued.partnerId()).isEqualTo(other.id());
        assertThat(issued.attributedTo()).isEqualTo(sixpence.id());
        assertThat(issued.connectionActive()).isFalse();
        assertThat(ports().observed().sendersOf(own.source())).containsExactlyInAnyOrder(sixpence.id(), other.id());
    }

    @Test
    default void aPartnerWithoutConnectionSeesNone() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        desk.register(sixpence, "known@example.com");
        KnownUser known = Objects.requireNonNull(desk.snapshot(other, "known@example.com"));
        assertThat(known.connection()).isNull();
        assertThat(known.attributedTo()).isEqualTo(sixpence.id());
    }

    @Test
    default void aPartnersIdIsSetOnceKnown() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        desk.register(sixpence, "known@example.com");
        RequestBuilder withId = RequestBuilder.by(sixpence, "known@example.com").partnerUserId("p-1");
        assertThat(desk.register(sixpence, withId).recorded()).isEqualTo(Recorded.KEPT);
        KnownUser known = Objects.requireNonNull(desk.snapshot(sixpence, "known@example.com"));
        assertThat(Objects.requireNonNull(known.connection()).partnerUserId()).isEqualTo(new PartnerUserId("p-1"));
        assertThat(desk.register(sixpence, withId).recorded()).isEqualTo(Recorded.KEPT);
    }

    @Test
    default void theSnapshotTellsAPartnersIdOfAnotherUser() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        desk.register(sixpence, RequestBuilder.by(sixpence, "one@example.com").partnerUserId("p-1"));
        desk.register(sixpence, "two@example.com");
        PartnerUserId taken = new PartnerUserId("p-1");
        assertThat(takenFor(sixpence, "two@example.com", taken)).isTrue();
        assertThat(takenFor(sixpence, "one@example.com", taken)).isFalse();
        assertThat(takenFor(sixpence, "two@example.com", new PartnerUserId("P-1")))
                .isFalse();
        assertThat(takenFor(other, "two@example.com", taken)).isFalse();
    }

    private boolean takenFor(Partner partner, String email, PartnerUserId id) {
        return Objects.requireNonNull(ports().registrations()
                        .snapshot(
                                partner.realm(),
                                RequestBuilder.by(partner, email).build(partner).email(),
                                partner.id(),
                                id))
                .partnerUserIdTaken();
    }

    @Test
    default void aPartnersIdThatWasTakenSinceTheSnapshotRecordsNothing() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        desk.register(sixpence, "one@example.com");
        desk.register(sixpence, "two@example.com");
        Registration one = desk.decideAsKnown(
                sixpence,
                RequestBuilder.by(sixpence, "one@example.com")
                        .partnerUserId("p-1")
                        .build(sixpence));
        Registration two = desk.decideAsKnown(
                sixpence,
                RequestBuilder.by(sixpence, "two@example.com")
                        .partnerUserId("p-1")
                        .key("second-api-key", "second-api-secret")
                        .build(sixpence));
        assertThat(ports().registrations().record(one)).isEqualTo(Recorded.KEPT);
        Map<String, Long> before = ports().observed().rows();
        assertThat(ports().transactions()
                        .inTransaction(() -> ports().registrations().record(two)))
                .isEqualTo(Recorded.PARTNER_USER_ID_IN_USE);
        assertThat(ports().observed().rows()).isEqualTo(before);
    }
}
