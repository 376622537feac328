package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.source.port.SourceKeys.NewKey;
import dev.gangway.application.source.port.SourceKeys.Replaced;
import dev.gangway.application.source.port.SourceRefreshes.Due;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.upload.port.Uploads.Confirmed;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.source.CredentialFingerprints;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.RefreshDecision;
import dev.gangway.domain.source.RefreshInterval;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.upload.UploadId;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@code Uploads} does. */
public interface UploadsContract extends ImportSupport {
    private UploadId upload(Desk desk, UserId user, List<LedgerTransaction> transactions) {
        UploadId upload = desk.ids().uploadId();
        ports().uploads().open(upload, user, desk.now().plus(Duration.ofHours(1)), 2);
        int half = transactions.size() / 2;
        ports().uploads().append(upload, 0, transactions.subList(0, half));
        ports().uploads().append(upload, 1, transactions.subList(half, transactions.size()));
        ports().uploads().close(upload, transactions.size());
        return upload;
    }

    private Confirmed confirm(Desk desk, UserId user, UploadId upload) {
        return ports().uploads().confirm(upload, user, desk.ids().sourceId(), desk.now(), audit(desk, user));
    }

    private AuditEntry audit(Desk desk, UserId user) {
        return desk.audit(AuditAction.HISTORY_UPLOADED, null, user.value());
    }

    private LedgerState ledger(UserId user) {
        return ports().ledgers().state(LedgerScope.whole(user));
    }

    private SourceId uploads(Handed handed) {
        return report(handed).sources().stream()
                .filter(source -> source.exchange().equals(new ExchangeName("CSV")))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    default void nothingIsInTheLedgerBeforeItIsConfirmed() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        UploadId upload = upload(desk, handed.user(), List.of(deposit("1", 1), deposit("2", 2)));
        assertThat(report(handed).sources()).hasSize(1);
        assertThat(ledger(handed.user()).transactions()).isZero();
        assertThat(confirm(desk, handed.user(), upload)).isEqualTo(Confirmed.STORED);
        assertThat(ledger(handed.user()).transactions()).isEqualTo(2);
        assertThat(summary(handed, uploads(handed)).status()).isEqualTo(SourceStatus.POPULATED);
        assertThat(summary(handed, uploads(handed)).transactionCount()).isEqualTo(2);
        assertThat(summary(handed, uploads(handed)).importedAt()).isEqualTo(desk.now());
        assertThat(ports().observed().audit()).contains(audit(desk, handed.user()));
    }

    @Test
    default void confirmedTwiceItIsStoredOnce() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        UploadId upload = upload(desk, handed.user(), List.of(deposit("1", 1)));
        assertThat(confirm(desk, handed.user(), upload)).isEqualTo(Confirmed.STORED);
        assertThat(confirm(desk, handed.user(), upload)).isEqualTo(Confirmed.STORED_BEFORE);
        assertThat(ledger(handed.user()).transactions()).isEqualTo(1);
    }

    @Test
    default void theSameFileAgainDoublesNothingAndNewLinesAreAddedToTheSameSource() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        confirm(desk, handed.user(), upload(desk, handed.user(), List.of(deposit("1", 1), deposit("2", 2))));
        SourceId first = uploads(handed);
        assertThat(confirm(desk, handed.user(), upload(desk, handed.user(), List.of(deposit("1", 1), deposit("3", 3)))))
                .isEqualTo(Confirmed.STORED);
        assertThat(uploads(handed)).isEqualTo(first);
        assertThat(report(handed).sources()).hasSize(2);
        assertThat(ledger(handed.user()).transactions()).isEqualTo(3);
    }

    @Test
    default void ofManyWhoConfirmAtOnceOneStores() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        UploadId upload = upload(
                desk,
                handed.user(),
                IntStream.range(0, 50).mapToObj(i -> deposit("id-" + i, i)).toList());
        List<Confirmed> confirmed = Race.among(16, i -> confirm(desk, handed.user(), upload));
        assertThat(confirmed).filteredOn(Confirmed.STORED::equals).hasSize(1);
        assertThat(confirmed).filteredOn(Confirmed.STORED_BEFORE::equals).hasSize(15);
        assertThat(ledger(handed.user()).transactions()).isEqualTo(50);
        assertThat(report(handed).sources()).hasSize(2);
    }

    @Test
    default void twoFilesConfirmedAtOnceShareOneSource() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        List<UploadId> two = List.of(
                upload(desk, handed.user(), List.of(deposit("1", 1), deposit("2", 2))),
                upload(desk, handed.user(), List.of(deposit("2", 2), deposit("3", 3))));
        assertThat(Race.among(2, i -> confirm(desk, handed.user(), two.get(i)))).containsOnly(Confirmed.STORED);
        assertThat(report(handed).sources()).hasSize(2);
        assertThat(ledger(handed.user()).transactions()).isEqualTo(3);
    }

    @Test
    default void anUploadIsItsOwnersForAnHourAndOnlyWhole() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        Handed stranger = desk.register(sixpence, "stranger@example.com");
        UploadId upload = upload(desk, handed.user(), List.of(deposit("1", 1)));
        assertThat(confirm(desk, stranger.user(), upload)).isEqualTo(Confirmed.NO_SUCH_UPLOAD);
        UploadId broken = desk.ids().uploadId();
        ports().uploads().open(broken, handed.user(), desk.now().plus(Duration.ofHours(1)), 2);
        ports().uploads().append(broken, 0, List.of(deposit("9", 1)));
        assertThat(confirm(desk, handed.user(), broken)).isEqualTo(Confirmed.NO_SUCH_UPLOAD);
        desk.later(Duration.ofHours(1));
        assertThat(confirm(desk, handed.user(), upload)).isEqualTo(Confirmed.NO_SUCH_UPLOAD);
        assertThat(ports().uploads().purge(desk.now())).isEqualTo(2);
        assertThat(ports().uploads().purge(desk.now())).isZero();
        assertThat(ledger(handed.user()).transactions()).isZero();
    }

    @Test
    default void theOldestOfAUsersUploadsGivesWay() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        UploadId first = upload(desk, handed.user(), List.of(deposit("1", 1)));
        desk.later(Duration.ofMinutes(1));
        UploadId second = upload(desk, handed.user(), List.of(deposit("2", 2)));
        desk.later(Duration.ofMinutes(1));
        upload(desk, handed.user(), List.of(deposit("3", 3)));
        desk.later(Duration.ofMinutes(1));
        upload(desk, handed.user(), List.of(deposit("4", 4)));
        assertThat(confirm(desk, handed.user(), first)).isEqualTo(Confirmed.NO_SUCH_UPLOAD);
        assertThat(confirm(desk, handed.user(), second)).isEqualTo(Confirmed.STORED);
    }

    @Test
    default void theSourceOfUploadsHasNoKeyAndNoExchangeToAsk() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        confirm(desk, handed.user(), upload(desk, handed.user(), List.of(deposit("1", 1))));
        ports().observed().endQueuedImports();
        SourceId uploads = uploads(handed);
        assertThat(ports().sourceImports().begin(uploads, desk.ids().importRunId(), desk.now()))
                .isNull();
        desk.later(Duration.ofDays(3));
        assertThat(ports().sourceRefreshes().queueDue(RefreshInterval.DAILY, desk.now(), 10))
                .isEqualTo(new Due(0, 0));
        assertThat(ports().sourceRefreshes()
                        .refresh(handed.user(), uploads, RefreshInterval.DAILY, desk.now(), audit(desk, handed.user())))
                .isEqualTo(new RefreshDecision.NothingToAsk());
        assertThat(Objects.requireNonNull(ports().sourceKeys().find(handed.user(), uploads))
                        .uploaded())
                .isTrue();
        NewKey key = new NewKey(
                handed.user(),
                uploads,
                new SealedCredentials(desk.ids().credentialsId(), handed.user(), "sealed"),
                new CredentialFingerprints(Desk.fingerprint(Desk.RING_KEY, "key", "secret"), List.of()),
                desk.now());
        assertThat(ports().sourceKeys().replace(key, audit(desk, handed.user())))
                .isEqualTo(Replaced.WAS_UPLOADED);
    }

    @Test
    default void aPartnerSeesNothingOfItAndRegistersOn() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        confirm(desk, handed.user(), upload(desk, handed.user(), List.of(deposit("1", 1))));
        assertThat(ports().ledgers()
                        .state(new LedgerScope(handed.user(), sixpence.id()))
                        .transactions())
                .isZero();
        assertThat(Objects.requireNonNull(desk.snapshot(sixpence, "user@example.com"))
                        .sources())
                .extracting(KnownUser.KnownSource::id)
                .containsExactly(handed.source());
        assertThat(desk.register(sixpence, "user@example.com").source()).isEqualTo(handed.source());
        assertThat(ports().uploads().connected(handed.user())).containsExactly(handed.source());
    }
}
