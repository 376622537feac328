package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.report.UserReport;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.source.port.SourceImports.Bound;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.discount.DiscountOutcome;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.OfferedSource;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The part of {@link SourceImportsContract} that is about a new key of an account that the user already has. */
interface MergedSourcesContract extends ImportSupport {
    /** The account that every key here opens. */
    AccountReference ACCOUNT = new AccountReference("acct-1");

    private Handed populated(Desk desk, Partner partner) {
        Handed handed = desk.register(partner, "user@example.com");
        Begun run = desk.begin(handed.source());
        assertThat(ports().sourceImports().bindAccount(run, ACCOUNT, desk.now()))
                .isEqualTo(Bound.BOUND);
        assertThat(ports().sourceImports().store(run, List.of(deposit("1", 2), deposit("2", 1)), "c2", desk.now()))
                .isTrue();
        assertThat(ports().sourceImports().complete(run, desk.now())).isTrue();
        return handed;
    }

    private Handed withSecondKey(Desk desk, Partner partner) {
        return desk.register(
                partner, RequestBuilder.by(partner, "user@example.com").key("second-api-key", "second-api-secret"));
    }

    private Bound bind(Desk desk, SourceId source) {
        return ports().sourceImports().bindAccount(desk.begin(source), ACCOUNT, desk.now());
    }

    private List<KnownUser.KnownSource> sources(Desk desk, Partner partner) {
        return Objects.requireNonNull(desk.snapshot(partner, "user@example.com"))
                .sources();
    }

    @Test
    default void theNewKeyMovesToTheOldSourceAndTheNewOneCloses() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        Handed fresh = withSecondKey(desk, sixpence);
        OfferedSource added = fresh.registration().added().get(0);
        assertThat(bind(desk, fresh.source())).isEqualTo(Bound.MERGED);
        assertThat(sources(desk, sixpence))
                .containsExactly(new KnownUser.KnownSource(
                        old.source(), added.exchange(), added.fingerprints().inUse(), SourceStatus.POPULATED));
        assertThat(report(old).sources()).extracting(source -> source.id()).containsExactly(old.source());
        assertThat(report(old).transactionCount()).isEqualTo(2);
        assertThat(ports().sourceImports().begin(fresh.source(), desk.ids().importRunId(), desk.now()))
                .isNull();
        assertThat(ports().observed().queuedImports())
                .contains(new QueuedImport(old.source(), added.sealed().id(), ImportPriority.REFRESH));
        Begun next = desk.begin(old.source());
        assertThat(next.credentials()).isEqualTo(added.sealed());
        assertThat(next.account()).isEqualTo(ACCOUNT);
        assertThat(next.cursor()).isEqualTo("c2");
    }

    @Test
    default void theRunThatFoundItOutWritesNothingMore() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        Handed fresh = withSecondKey(desk, sixpence);
        Begun run = desk.begin(fresh.source());
        assertThat(ports().sourceImports().bindAccount(run, ACCOUNT, desk.now()))
                .isEqualTo(Bound.MERGED);
        assertThat(ports().sourceImports().store(run, List.of(deposit("3", 1)), "c", desk.now()))
                .isFalse();
        assertThat(ports().sourceImports().complete(run, desk.now())).isFalse();
        assertThat(ports().sourceImports().fail(run, SourceFailure.CREDENTIALS_REFUSED, desk.now()))
                .isFalse();
        assertThat(report(old).transactionCount()).isEqualTo(2);
    }

    @Test
    default void theSameKeySentAgainIsADuplicateOfTheOldSource() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        bind(desk, withSecondKey(desk, sixpence).source());
        Handed again = withSecondKey(desk, sixpence);
        assertThat(again.registration().sourcesAdded()).isZero();
        assertThat(again.registration().replaced()).isEmpty();
        assertThat(again.source()).isEqualTo(old.source());
    }

    @Test
    default void theKeyThatWasReplacedComesBackAsANewSourceAndMergesAgain() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        bind(desk, withSecondKey(desk, sixpence).source());
        Handed back = desk.register(sixpence, "user@example.com");
        assertThat(back.registration().sourcesAdded()).isEqualTo(1);
        assertThat(bind(desk, back.source())).isEqualTo(Bound.MERGED);
        assertThat(sources(desk, sixpence))
                .extracting(KnownUser.KnownSource::id)
                .containsExactly(old.source());
        assertThat(desk.register(sixpence, "user@example.com").source()).isEqualTo(old.source());
    }

    @Test
    default void aFailedOldSourceIsRepairedByTheNewKey() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        ports().sourceImports().fail(desk.begin(old.source()), SourceFailure.CREDENTIALS_REFUSED, desk.now());
        Handed fresh = withSecondKey(desk, sixpence);
        assertThat(bind(desk, fresh.source())).isEqualTo(Bound.MERGED);
        assertThat(summary(old, old.source()).status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(ports().observed().queuedImports())
                .contains(new QueuedImport(
                        old.source(),
                        fresh.registration().added().get(0).sealed().id(),
                        ImportPriority.FIRST));
        assertThat(ports().sourceImports().complete(desk.begin(old.source()), desk.now()))
                .isTrue();
    }

    @Test
    default void theOldSourcesRunningImportCannotEndWithTheOldKey() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        Begun refresh = desk.begin(old.source());
        assertThat(bind(desk, withSecondKey(desk, sixpence).source())).isEqualTo(Bound.MERGED);
        assertThat(ports().sourceImports().fail(refresh, SourceFailure.CREDENTIALS_REFUSED, desk.now()))
                .isFalse();
        assertThat(ports().sourceImports().complete(refresh, desk.now())).isFalse();
        assertThat(summary(old, old.source()).status()).isEqualTo(SourceStatus.POPULATED);
    }

    @Test
    default void thePartnersThatSentTheNewKeyHaveSentTheOldSourceToo() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        Handed old = populated(desk, sixpence);
        Handed fresh = withSecondKey(desk, sixpence);
        Registration byOther = new Registration(
                old.user(),
                null,
                other,
                null,
                List.of(),
                List.of(),
                List.of(fresh.source()),
                new DiscountOutcome.None(),
                desk.link(old.user(), other),
                List.of(),
                desk.audit(AuditAction.USER_REGISTERED_AGAIN, other, old.user().value()),
                desk.now());
        assertThat(ports().registrations().record(byOther).isKept()).isTrue();
        assertThat(bind(desk, fresh.source())).isEqualTo(Bound.MERGED);
        assertThat(ports().observed().sendersOf(old.source())).containsExactlyInAnyOrder(sixpence.id(), other.id());
    }

    @Test
    default void anotherUsersOrAnotherExchangesAccountOfThatNameIsAnotherAccount() {
        Desk desk = desk();
        Partner partner = desk.enrol(
                PartnerBuilder.of("two").exchanges("SIXPENCE", "KRAKEN").build());
        Handed first = desk.register(partner, "user@example.com");
        Handed elsewhere = desk.register(
                partner,
                RequestBuilder.by(partner, "user@example.com").key("KRAKEN", "kraken-api-key", "kraken-secret", null));
        Handed stranger = desk.register(partner, "stranger@example.com");
        assertThat(bind(desk, first.source())).isEqualTo(Bound.BOUND);
        assertThat(bind(desk, elsewhere.source())).isEqualTo(Bound.BOUND);
        assertThat(bind(desk, stranger.source())).isEqualTo(Bound.BOUND);
    }

    @Test
    default void aSourceKeepsItsAccountAndTakesNoOther() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        Begun run = desk.begin(old.source());
        AccountReference other = new AccountReference("acct-2");
        assertThat(ports().sourceImports().bindAccount(run, other, desk.now())).isEqualTo(Bound.OTHER_ACCOUNT);
        assertThat(ports().sourceImports().fail(run, SourceFailure.OTHER_ACCOUNT, desk.now()))
                .isTrue();
        UserReport.SourceSummary told = summary(old, old.source());
        assertThat(told.status()).isEqualTo(SourceStatus.CREDENTIALS_FAILED);
        assertThat(told.failure()).isEqualTo(SourceFailure.OTHER_ACCOUNT);
        assertThat(told.transactionCount()).isEqualTo(2);
        Handed fresh = withSecondKey(desk, sixpence);
        assertThat(ports().sourceImports().bindAccount(desk.begin(fresh.source()), other, desk.now()))
                .isEqualTo(Bound.BOUND);
    }

    @Test
    default void ofManyKeysOfOneAccountThatAreOpenedAtOnceOneSourceStays() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        int keys = 12;
        RequestBuilder call = RequestBuilder.by(sixpence, "user@example.com");
        for (int i = 0; i < keys; i++) {
            call.key("api-key-00000" + i, "api-secret-" + i);
        }
        Handed handed = desk.register(sixpence, call);
        List<Bound> bound = Race.among(keys, i -> {
            Begun run = desk.begin(handed.source(i));
            Bound one = ports().sourceImports().bindAccount(run, ACCOUNT, desk.now());
            if (one == Bound.BOUND) {
                ports().sourceImports().store(run, List.of(deposit("1", 1), deposit("2", 2)), "c", desk.now());
            }
            return one;
        });
        assertThat(bound).filteredOn(Bound.BOUND::equals).hasSize(1);
        assertThat(bound).filteredOn(Bound.MERGED::equals).hasSize(keys - 1);
        SourceId stayed = handed.source(bound.indexOf(Bound.BOUND));
        assertThat(sources(desk, sixpence))
                .extracting(KnownUser.KnownSource::id)
                .containsExactly(stayed);
        Begun next = desk.begin(stayed);
        ports().sourceImports().store(next, List.of(deposit("1", 1), deposit("2", 2)), "c", desk.now());
        assertThat(ports().sourceImports().complete(next, desk.now())).isTrue();
        assertThat(report(handed).transactionCount()).isEqualTo(2);
        assertThat(report(handed).sources()).hasSize(1);
    }

    @Test
    default void aSecretThatIsReplacedWhileItsSourceMergesBringsNoSecondSourceBack() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        for (int round = 0; round < 10; round++) {
            String key = "key-of-round-" + round;
            Handed fresh = desk.register(
                    sixpence, RequestBuilder.by(sixpence, "user@example.com").key(key, "first-secret"));
            Begun run = desk.begin(fresh.source());
            List<Boolean> done = Race.among(
                    2,
                    i -> i == 0
                            ? ports().sourceImports().bindAccount(run, ACCOUNT, desk.now()) != Bound.BOUND
                            : desk.register(
                                            sixpence,
                                            RequestBuilder.by(sixpence, "user@example.com")
                                                    .key(key, "other-secret"))
                                    .recorded()
                                    .isKept());
            assertThat(done).containsOnly(true);
            // the merge came first, or the run lost its credentials and the next one merges
            if (sources(desk, sixpence).size() > 1) {
                assertThat(bind(desk, fresh.source())).isEqualTo(Bound.MERGED);
            }
            assertThat(sources(desk, sixpence))
                    .extracting(KnownUser.KnownSource::id)
                    .containsExactly(old.source());
        }
        assertThat(report(old).transactionCount()).isEqualTo(2);
    }
}
