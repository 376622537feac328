package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.source.port.SourceImports.Bound;
import dev.gangway.application.source.port.SourceKeys.KeyHolder;
import dev.gangway.application.source.port.SourceKeys.NewKey;
import dev.gangway.application.source.port.SourceKeys.Replaced;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.CredentialFingerprints;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.UserId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@code SourceKeys} does. */
public interface SourceKeysContract extends ImportSupport {
    /** The account that the first key opens. */
    AccountReference FIRST = new AccountReference("acct-1");

    private NewKey newKey(Desk desk, UserId user, SourceId source, String key) {
        return new NewKey(
                user,
                source,
                new SealedCredentials(desk.ids().credentialsId(), user, "sealed:" + key),
                new CredentialFingerprints(Desk.fingerprint(Desk.RING_KEY, key, "secret"), List.of()),
                desk.now());
    }

    private AuditEntry audit(Desk desk, SourceId source) {
        return desk.audit(AuditAction.SOURCE_KEY_REPLACED, null, source.value());
    }

    private Replaced replace(Desk desk, NewKey key) {
        return ports().sourceKeys().replace(key, audit(desk, key.source()));
    }

    private Handed populated(Desk desk, Partner partner) {
        Handed handed = desk.register(partner, "user@example.com");
        Begun run = desk.begin(handed.source());
        ports().sourceImports().bindAccount(run, FIRST, desk.now());
        ports().sourceImports().store(run, List.of(deposit("1", 1), deposit("2", 2)), "c2", desk.now());
        assertThat(ports().sourceImports().complete(run, desk.now())).isTrue();
        ports().observed().endQueuedImports();
        return handed;
    }

    @Test
    default void aRefusedSourceIsProcessingWithTheNewKeyAndKeepsItsHistory() {
        Desk desk = desk();
        Handed handed = populated(desk, desk.sixpence());
        ports().sourceImports().fail(desk.begin(handed.source()), SourceFailure.CREDENTIALS_REFUSED, desk.now());
        NewKey key = newKey(desk, handed.user(), handed.source(), "second");
        assertThat(replace(desk, key)).isEqualTo(Replaced.REPLACED);
        assertThat(summary(handed, handed.source()).status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(summary(handed, handed.source()).failure()).isNull();
        assertThat(summary(handed, handed.source()).transactionCount()).isEqualTo(2);
        assertThat(ports().observed().queuedImports())
                .containsExactly(new QueuedImport(handed.source(), key.sealed().id(), ImportPriority.FIRST));
        assertThat(ports().observed().audit()).contains(audit(desk, handed.source()));
        Begun run = desk.begin(handed.source());
        assertThat(run.credentials()).isEqualTo(key.sealed());
        assertThat(ports().sourceImports().bindAccount(run, FIRST, desk.now())).isEqualTo(Bound.BOUND);
        ports().sourceImports().store(run, List.of(deposit("1", 1), deposit("3", 3)), "c3", desk.now());
        assertThat(ports().sourceImports().complete(run, desk.now())).isTrue();
        assertThat(summary(handed, handed.source()).transactionCount()).isEqualTo(3);
    }

    @Test
    default void aPopulatedSourceStaysPopulatedAndGoesOnFromItsCursor() {
        Desk desk = desk();
        Handed handed = populated(desk, desk.sixpence());
        NewKey key = newKey(desk, handed.user(), handed.source(), "second");
        assertThat(replace(desk, key)).isEqualTo(Replaced.REPLACED);
        assertThat(summary(handed, handed.source()).status()).isEqualTo(SourceStatus.POPULATED);
        assertThat(ports().observed().queuedImports())
                .containsExactly(new QueuedImport(handed.source(), key.sealed().id(), ImportPriority.REFRESH));
        assertThat(desk.begin(handed.source()).cursor()).isEqualTo("c2");
    }

    @Test
    default void theRunWithTheOldKeyWritesNothingMore() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Begun old = desk.begin(handed.source());
        replace(desk, newKey(desk, handed.user(), handed.source(), "second"));
        assertThat(ports().sourceImports().bindAccount(old, FIRST, desk.now())).isEqualTo(Bound.LOST);
        assertThat(ports().sourceImports().store(old, List.of(deposit("1", 1)), "c", desk.now()))
                .isFalse();
        assertThat(ports().sourceImports().fail(old, SourceFailure.CREDENTIALS_REFUSED, desk.now()))
                .isFalse();
        assertThat(ports().sourceImports().complete(old, desk.now())).isFalse();
    }

    @Test
    default void whatWaitedForTheOldKeyIsTakenBack() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        NewKey key = newKey(desk, handed.user(), handed.source(), "second");
        replace(desk, key);
        assertThat(ports().observed().queuedImports())
                .containsExactly(new QueuedImport(handed.source(), key.sealed().id(), ImportPriority.FIRST));
    }

    @Test
    default void theSameKeyWithAnotherSecretIsAReplacementToo() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = populated(desk, sixpence);
        KnownUser.KnownSource before = Objects.requireNonNull(desk.snapshot(sixpence, "user@example.com"))
                .sources()
                .get(0);
        NewKey key = new NewKey(
                handed.user(),
                handed.source(),
                new SealedCredentials(desk.ids().credentialsId(), handed.user(), "sealed:other"),
                new CredentialFingerprints(
                        new CredentialFingerprint(
                                Desk.RING_KEY, before.fingerprint().apiKey(), Hashes.of("other secret")),
                        List.of()),
                desk.now());
        assertThat(replace(desk, key)).isEqualTo(Replaced.REPLACED);
        assertThat(Objects.requireNonNull(desk.snapshot(sixpence, "user@example.com"))
                        .sources())
                .containsExactly(new KnownUser.KnownSource(
                        handed.source(), before.exchange(), key.fingerprints().inUse(), SourceStatus.POPULATED));
    }

    @Test
    default void theKeyOfAnotherSourceIsRefused() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed first = populated(desk, sixpence);
        Handed other = desk.register(
                sixpence, RequestBuilder.by(sixpence, "user@example.com").key("second-api-key", "second-api-secret"));
        ports().observed().endQueuedImports();
        KnownUser.KnownSource second =
                Objects.requireNonNull(desk.snapshot(sixpence, "user@example.com")).sources().stream()
                        .filter(source -> source.id().equals(other.source()))
                        .findFirst()
                        .orElseThrow();
        NewKey key = new NewKey(
                first.user(),
                first.source(),
                new SealedCredentials(desk.ids().credentialsId(), first.user(), "sealed:x"),
                new CredentialFingerprints(
                        new CredentialFingerprint(
                                Desk.RING_KEY, second.fingerprint().apiKey(), Hashes.of("x")),
                        List.of()),
                desk.now());
        assertThat(replace(desk, key)).isEqualTo(Replaced.IN_USE);
        assertThat(ports().observed().queuedImports()).isEmpty();
        assertThat(ports().observed().audit()).doesNotContain(audit(desk, first.source()));
    }

    /** Two sources, of which the second is fingerprinted under another key of the ring. */
    private Handed withTwoRingKeys(Desk desk, Partner sixpence) {
        Handed handed = desk.register(
                sixpence,
                RequestBuilder.by(sixpence, "user@example.com")
                        .key("first-api-key", "first-api-secret")
                        .key("second-api-key", "second-api-secret"));
        NewKey old = new NewKey(
                handed.user(),
                handed.source(1),
                new SealedCredentials(desk.ids().credentialsId(), handed.user(), "sealed:old"),
                new CredentialFingerprints(Desk.fingerprint("ring-0", "second", "secret"), List.of()),
                desk.now());
        assertThat(replace(desk, old)).as("nobody can tell").isEqualTo(Replaced.OTHER_RING_KEY);
        NewKey told = new NewKey(
                old.owner(),
                old.source(),
                old.sealed(),
                new CredentialFingerprints(
                        old.fingerprints().inUse(), List.of(Desk.fingerprint(Desk.RING_KEY, "second", "secret"))),
                old.at());
        assertThat(replace(desk, told)).isEqualTo(Replaced.REPLACED);
        return handed;
    }

    @Test
    default void aSourceTellsTheKeyOfTheRingThatItIsFingerprintedUnder() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = withTwoRingKeys(desk, sixpence);
        assertThat(ports().sourceKeys().ringKeys(handed.user())).containsExactlyInAnyOrder(Desk.RING_KEY, "ring-0");
        assertThat(ports().sourceKeys().ringKeys(desk.ids().userId())).isEmpty();
        assertThat(Objects.requireNonNull(desk.snapshot(sixpence, "user@example.com"))
                        .sources())
                .extracting(KnownUser.KnownSource::fingerprint)
                .contains(Desk.fingerprint("ring-0", "second", "secret"));
    }

    @Test
    default void theKeyOfAnotherSourceIsRefusedUnderWhicheverKeyItIsFingerprinted() {
        Desk desk = desk();
        Handed handed = withTwoRingKeys(desk, desk.sixpence());
        NewKey same = new NewKey(
                handed.user(),
                handed.source(0),
                new SealedCredentials(desk.ids().credentialsId(), handed.user(), "sealed:new"),
                new CredentialFingerprints(
                        Desk.fingerprint(Desk.RING_KEY, "second", "secret"),
                        List.of(Desk.fingerprint("ring-0", "second", "secret"))),
                desk.now());
        assertThat(replace(desk, same)).isEqualTo(Replaced.IN_USE);
    }

    @Test
    default void whatCannotBeComparedChangesNothing() {
        Desk desk = desk();
        Handed handed = withTwoRingKeys(desk, desk.sixpence());
        List<QueuedImport> before = ports().observed().queuedImports();
        assertThat(replace(desk, newKey(desk, handed.user(), handed.source(0), "third")))
                .isEqualTo(Replaced.OTHER_RING_KEY);
        assertThat(ports().observed().queuedImports()).isEqualTo(before);
        assertThat(desk.begin(handed.source(0)).credentials().sealed()).isNotEqualTo("sealed:third");
    }

    @Test
    default void aKeyOfAnotherAccountMixesNothing() {
        Desk desk = desk();
        Handed handed = populated(desk, desk.sixpence());
        replace(desk, newKey(desk, handed.user(), handed.source(), "second"));
        Begun run = desk.begin(handed.source());
        assertThat(ports().sourceImports().bindAccount(run, new AccountReference("acct-2"), desk.now()))
                .isEqualTo(Bound.OTHER_ACCOUNT);
        ports().sourceImports().fail(run, SourceFailure.OTHER_ACCOUNT, desk.now());
        assertThat(summary(handed, handed.source()).status()).isEqualTo(SourceStatus.CREDENTIALS_FAILED);
        assertThat(summary(handed, handed.source()).transactionCount()).isEqualTo(2);
        assertThat(replace(desk, newKey(desk, handed.user(), handed.source(), "third")))
                .isEqualTo(Replaced.REPLACED);
        Begun again = desk.begin(handed.source());
        assertThat(ports().sourceImports().bindAccount(again, FIRST, desk.now()))
                .isEqualTo(Bound.BOUND);
    }

    @Test
    default void onlyTheOwnerSeesAndReplaces() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = populated(desk, sixpence);
        Handed stranger = desk.register(sixpence, "stranger@example.com");
        assertThat(ports().sourceKeys().find(handed.user(), handed.source()))
                .isEqualTo(new KeyHolder(
                        handed.source(), new ExchangeName("SIXPENCE"), SourceStatus.POPULATED, null, false));
        assertThat(ports().sourceKeys().find(stranger.user(), handed.source())).isNull();
        assertThat(replace(desk, newKey(desk, stranger.user(), handed.source(), "theirs")))
                .isEqualTo(Replaced.NO_SUCH_SOURCE);
        assertThat(ports().sourceKeys().find(handed.user(), desk.ids().sourceId()))
                .isNull();
    }

    @Test
    default void aMergedSourceTakesNoKey() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        populated(desk, sixpence);
        Handed fresh = desk.register(
                sixpence, RequestBuilder.by(sixpence, "user@example.com").key("second-api-key", "second-api-secret"));
        assertThat(ports().sourceImports().bindAccount(desk.begin(fresh.source()), FIRST, desk.now()))
                .isEqualTo(Bound.MERGED);
        assertThat(ports().sourceKeys().find(fresh.user(), fresh.source())).isNull();
        assertThat(replace(desk, newKey(desk, fresh.user(), fresh.source(), "third")))
                .isEqualTo(Replaced.NO_SUCH_SOURCE);
    }

    @Test
    default void ofManyKeysAtOnceTheLastStaysAndOneImportWaits() {
        Desk desk = desk();
        Handed handed = populated(desk, desk.sixpence());
        List<NewKey> keys = java.util.stream.IntStream.range(0, 16)
                .mapToObj(i -> newKey(desk, handed.user(), handed.source(), "key-" + i))
                .toList();
        assertThat(Race.among(16, i -> replace(desk, keys.get(i)))).containsOnly(Replaced.REPLACED);
        Begun run = desk.begin(handed.source());
        assertThat(keys).extracting(NewKey::sealed).contains(run.credentials());
        assertThat(ports().observed().queuedImports())
                .containsExactly(
                        new QueuedImport(handed.source(), run.credentials().id(), ImportPriority.REFRESH));
        assertThat(summary(handed, handed.source()).transactionCount()).isEqualTo(2);
    }

    @Test
    default void ofTwoSourcesThatTakeOneKeyAtOnceOneGetsIt() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed both = desk.register(
                sixpence,
                RequestBuilder.by(sixpence, "user@example.com")
                        .key("first-api-key", "first-api-secret")
                        .key("second-api-key", "second-api-secret"));
        List<Replaced> replaced =
                Race.among(2, i -> replace(desk, newKey(desk, both.user(), both.source(i), "the same")));
        assertThat(replaced).containsExactlyInAnyOrder(Replaced.REPLACED, Replaced.IN_USE);
    }
}
