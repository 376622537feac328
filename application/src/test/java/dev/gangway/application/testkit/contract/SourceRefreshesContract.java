package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.source.port.SourceRefreshes.Due;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.RefreshDecision;
import dev.gangway.domain.source.RefreshInterval;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@code SourceRefreshes} does. */
public interface SourceRefreshesContract extends ImportSupport {
    /** The interval of every case. */
    RefreshInterval DAILY = RefreshInterval.DAILY;

    private Handed populated(Desk desk, Partner partner, String email) {
        Handed handed = desk.register(partner, email);
        populate(desk, handed.source());
        return handed;
    }

    private void populate(Desk desk, SourceId source) {
        Begun run = desk.begin(source);
        ports().sourceImports().store(run, List.of(deposit("1", 1)), "c1", desk.now());
        assertThat(ports().sourceImports().complete(run, desk.now())).isTrue();
        ports().observed().endQueuedImports();
    }

    private Due queueDue(Desk desk) {
        return ports().sourceRefreshes().queueDue(DAILY, desk.now(), 100);
    }

    private RefreshDecision refresh(Desk desk, UserId user, SourceId source) {
        return ports().sourceRefreshes().refresh(user, source, DAILY, desk.now(), refreshed(desk, source));
    }

    private AuditEntry refreshed(Desk desk, SourceId source) {
        return desk.audit(AuditAction.SOURCE_REFRESHED, null, source.value());
    }

    @Test
    default void aPopulatedSourceIsDueAfterItsOwnIntervalAndThenAfterTheNext() {
        Desk desk = desk();
        Handed handed = populated(desk, desk.sixpence(), "user@example.com");
        assertThat(queueDue(desk)).isEqualTo(new Due(0, 1));
        assertThat(queueDue(desk)).isEqualTo(new Due(0, 0));
        Duration own = Duration.between(desk.now(), DAILY.next(handed.source(), desk.now()));
        desk.later(own.minusSeconds(1));
        assertThat(queueDue(desk)).isEqualTo(new Due(0, 0));
        desk.later(Duration.ofSeconds(1));
        assertThat(queueDue(desk)).isEqualTo(new Due(1, 0));
        assertThat(ports().observed().queuedImports())
                .singleElement()
                .satisfies(job -> assertThat(job.source()).isEqualTo(handed.source()))
                .satisfies(job -> assertThat(job.priority()).isEqualTo(ImportPriority.REFRESH));
        assertThat(queueDue(desk)).isEqualTo(new Due(0, 0));
        ports().observed().endQueuedImports();
        desk.later(own);
        assertThat(queueDue(desk)).isEqualTo(new Due(1, 0));
    }

    @Test
    default void aRefreshGoesOnFromTheCursor() {
        Desk desk = desk();
        Handed handed = populated(desk, desk.sixpence(), "user@example.com");
        queueDue(desk);
        desk.later(Duration.ofDays(2));
        assertThat(queueDue(desk)).isEqualTo(new Due(1, 0));
        Begun run = desk.begin(handed.source());
        assertThat(run.cursor()).isEqualTo("c1");
        assertThat(run.firstImport()).isFalse();
    }

    @Test
    default void aSourceWhoseImportWaitsIsNotQueuedAgain() {
        Desk desk = desk();
        populated(desk, desk.sixpence(), "user@example.com");
        queueDue(desk);
        desk.later(Duration.ofDays(2));
        assertThat(queueDue(desk)).isEqualTo(new Due(1, 0));
        desk.later(Duration.ofDays(2));
        assertThat(queueDue(desk)).isEqualTo(new Due(0, 1));
        assertThat(ports().observed().queuedImports()).hasSize(1);
    }

    @Test
    default void aRefreshThatFailedIsTriedAgainAfterTheInterval() {
        Desk desk = desk();
        Handed handed = populated(desk, desk.sixpence(), "user@example.com");
        queueDue(desk);
        desk.later(Duration.ofDays(2));
        queueDue(desk);
        ports().sourceImports().fail(desk.begin(handed.source()), SourceFailure.EXCHANGE_UNREACHABLE, desk.now());
        ports().observed().endQueuedImports();
        assertThat(summary(handed, handed.source()).status()).isEqualTo(SourceStatus.POPULATED);
        assertThat(queueDue(desk)).isEqualTo(new Due(0, 0));
        desk.later(Duration.ofDays(2));
        assertThat(queueDue(desk)).isEqualTo(new Due(1, 0));
    }

    @Test
    default void whatIsNotPopulatedIsNeverDue() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        desk.register(sixpence, "processing@example.com");
        Handed refused = desk.register(sixpence, "refused@example.com");
        ports().sourceImports().fail(desk.begin(refused.source()), SourceFailure.CREDENTIALS_REFUSED, desk.now());
        Handed failed = desk.register(sixpence, "failed@example.com");
        ports().sourceImports().fail(desk.begin(failed.source()), SourceFailure.EXCHANGE_UNREACHABLE, desk.now());
        ports().observed().endQueuedImports();
        desk.later(Duration.ofDays(3));
        assertThat(queueDue(desk)).isEqualTo(new Due(0, 0));
        assertThat(ports().observed().queuedImports()).isEmpty();
    }

    @Test
    default void aMergedSourceIsNeitherDueNorThere() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        AccountReference account = new AccountReference("acct");
        Handed old = desk.register(sixpence, "user@example.com");
        ports().sourceImports().bindAccount(desk.begin(old.source()), account, desk.now());
        Handed fresh = desk.register(
                sixpence, RequestBuilder.by(sixpence, "user@example.com").key("second-api-key", "second-api-secret"));
        ports().sourceImports().bindAccount(desk.begin(fresh.source()), account, desk.now());
        assertThat(refresh(desk, fresh.user(), fresh.source())).isEqualTo(new RefreshDecision.NoSuchSource());
    }

    @Test
    default void ofManyNodesThatLookAtOnceOneQueuesEach() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        int sources = 30;
        for (int i = 0; i < sources; i++) {
            populated(desk, sixpence, "user" + i + "@example.com");
        }
        Race.among(4, i -> queueDue(desk));
        desk.later(Duration.ofDays(2));
        int queued = 0;
        while (queued < sources) {
            queued += Race.among(
                            8,
                            i -> ports().sourceRefreshes()
                                    .queueDue(DAILY, desk.now(), 5)
                                    .queued())
                    .stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
        assertThat(queued).isEqualTo(sources);
        assertThat(queueDue(desk)).isEqualTo(new Due(0, 0));
        assertThat(ports().observed().queuedImports())
                .extracting(QueuedImport::source)
                .doesNotHaveDuplicates()
                .hasSize(sources);
    }

    @Test
    default void byHandAPopulatedSourceIsQueuedAtOnceAndOnce() {
        Desk desk = desk();
        Handed handed = populated(desk, desk.sixpence(), "user@example.com");
        assertThat(refresh(desk, handed.user(), handed.source()))
                .isEqualTo(new RefreshDecision.Queue(ImportPriority.REFRESH));
        assertThat(refresh(desk, handed.user(), handed.source())).isEqualTo(new RefreshDecision.UnderWay());
        assertThat(ports().observed().queuedImports())
                .singleElement()
                .satisfies(job -> assertThat(job.priority()).isEqualTo(ImportPriority.REFRESH));
        assertThat(ports().observed().audit()).contains(refreshed(desk, handed.source()));
        assertThat(summary(handed, handed.source()).status()).isEqualTo(SourceStatus.POPULATED);
        desk.later(Duration.ofHours(20));
        assertThat(queueDue(desk)).isEqualTo(new Due(0, 0));
    }

    @Test
    default void byHandNoMoreThanOnceAMinute() {
        Desk desk = desk();
        Handed handed = populated(desk, desk.sixpence(), "user@example.com");
        refresh(desk, handed.user(), handed.source());
        ports().observed().endQueuedImports();
        assertThat(refresh(desk, handed.user(), handed.source()))
                .isEqualTo(new RefreshDecision.TooSoon(desk.now().plus(RefreshDecision.PAUSE)));
        assertThat(ports().observed().queuedImports()).isEmpty();
        desk.later(RefreshDecision.PAUSE);
        assertThat(refresh(desk, handed.user(), handed.source()))
                .isEqualTo(new RefreshDecision.Queue(ImportPriority.REFRESH));
    }

    @Test
    default void aFailedSourceIsProcessingAgain() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Begun run = desk.begin(handed.source());
        ports().sourceImports().store(run, List.of(deposit("1", 1)), "c1", desk.now());
        ports().sourceImports().fail(run, SourceFailure.EXCHANGE_UNREACHABLE, desk.now());
        ports().observed().endQueuedImports();
        assertThat(refresh(desk, handed.user(), handed.source()))
                .isEqualTo(new RefreshDecision.Queue(ImportPriority.FIRST));
        assertThat(summary(handed, handed.source()).status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(summary(handed, handed.source()).failure()).isNull();
        assertThat(desk.begin(handed.source()).firstImport()).isTrue();
        assertThat(ports().observed().queuedImports())
                .singleElement()
                .satisfies(job -> assertThat(job.priority()).isEqualTo(ImportPriority.FIRST));
    }

    @Test
    default void aSourceThatIsBeingReadOrWhoseKeyIsRefusedIsLeftAsItIs() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        assertThat(refresh(desk, handed.user(), handed.source())).isEqualTo(new RefreshDecision.UnderWay());
        ports().sourceImports().fail(desk.begin(handed.source()), SourceFailure.CREDENTIALS_REFUSED, desk.now());
        ports().observed().endQueuedImports();
        assertThat(refresh(desk, handed.user(), handed.source())).isEqualTo(new RefreshDecision.KeyNeeded());
        assertThat(summary(handed, handed.source()).status()).isEqualTo(SourceStatus.CREDENTIALS_FAILED);
        assertThat(ports().observed().queuedImports()).isEmpty();
        assertThat(ports().observed().audit()).doesNotContain(refreshed(desk, handed.source()));
    }

    @Test
    default void anotherUsersSourceIsNoSource() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = populated(desk, sixpence, "user@example.com");
        Handed stranger = populated(desk, sixpence, "stranger@example.com");
        assertThat(refresh(desk, stranger.user(), handed.source())).isEqualTo(new RefreshDecision.NoSuchSource());
        assertThat(refresh(desk, handed.user(), desk.ids().sourceId())).isEqualTo(new RefreshDecision.NoSuchSource());
        assertThat(ports().observed().queuedImports()).isEmpty();
    }

    @Test
    default void ofManyWishesAtOnceOneQueues() {
        Desk desk = desk();
        Handed handed = populated(desk, desk.sixpence(), "user@example.com");
        List<RefreshDecision> decisions = Race.among(16, i -> refresh(desk, handed.user(), handed.source()));
        assertThat(decisions)
                .filteredOn(decision -> decision instanceof RefreshDecision.Queue)
                .hasSize(1);
        assertThat(decisions)
                .filteredOn(decision -> decision instanceof RefreshDecision.UnderWay)
                .hasSize(15);
        assertThat(ports().observed().queuedImports()).hasSize(1);
    }
}
