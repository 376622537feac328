package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.report.UserReport;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.source.port.SourceImports.Bound;
import dev.gangway.application.source.port.SourceKeys;
import dev.gangway.application.source.port.SourceKeys.NewKey;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.user.port.Withdrawals.Removed;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.CredentialFingerprints;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.UserId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The part of {@link WithdrawalsContract} that is about keys that have moved: one goes with the last who sent it. */
interface WithdrawnKeysContract extends ImportSupport {
    /** The account that every key here opens. */
    AccountReference SAME_ACCOUNT = new AccountReference("acct-1");

    default Removed remove(Desk desk, UserId user, SourceId source, Partner partner) {
        return ports().withdrawals()
                .remove(
                        user,
                        source,
                        partner.id(),
                        desk.now(),
                        desk.audit(AuditAction.SOURCE_REMOVED, partner, source.value()));
    }

    /** The user lets the partner in. */
    default void connect(Desk desk, UserId user, Partner partner) {
        ports().arranged()
                .connect(user, new Connection(partner.id(), ConnectionStatus.ACTIVE, desk.now(), null), desk.now());
    }

    private Partner other(Desk desk, UserId user) {
        Partner other =
                desk.enrol(PartnerBuilder.of("other").exchanges("SIXPENCE").build());
        connect(desk, user, other);
        return other;
    }

    private Handed populated(Desk desk, Partner partner) {
        Handed handed = desk.register(partner, "user@example.com");
        Begun run = desk.begin(handed.source());
        assertThat(ports().sourceImports().bindAccount(run, SAME_ACCOUNT, desk.now()))
                .isEqualTo(Bound.BOUND);
        ports().sourceImports().store(run, List.of(deposit("1", 1)), "c1", desk.now());
        assertThat(ports().sourceImports().complete(run, desk.now())).isTrue();
        return handed;
    }

    private Handed sendSecondKey(Desk desk, Partner partner) {
        return desk.register(
                partner, RequestBuilder.by(partner, "user@example.com").key("second-api-key", "second-api-secret"));
    }

    /** Sends a second key of the same account, which moves to the source that is there. */
    private Handed merged(Desk desk, Partner partner) {
        return merged(desk, sendSecondKey(desk, partner));
    }

    private Handed merged(Desk desk, Handed fresh) {
        bindMerging(desk, fresh.source());
        return fresh;
    }

    private void bindMerging(Desk desk, SourceId fresh) {
        ports().observed().endQueuedImports();
        assertThat(ports().sourceImports().bindAccount(desk.begin(fresh), SAME_ACCOUNT, desk.now()))
                .isEqualTo(Bound.MERGED);
    }

    private NewKey ownKey(Desk desk, UserId user, SourceId source, Digest apiKey) {
        NewKey key = new NewKey(
                user,
                source,
                new SealedCredentials(desk.ids().credentialsId(), user, "sealed:own"),
                new CredentialFingerprints(
                        new CredentialFingerprint(Desk.RING_KEY, apiKey, Hashes.of("own secret")), List.of()),
                desk.now());
        assertThat(ports().sourceKeys().replace(key, desk.audit(AuditAction.SOURCE_KEY_REPLACED, null, source.value())))
                .isEqualTo(SourceKeys.Replaced.REPLACED);
        return key;
    }

    private void hasNoKey(Desk desk, Handed handed) {
        UserReport.SourceSummary left = summary(handed, handed.source());
        assertThat(left.status()).isEqualTo(SourceStatus.CREDENTIALS_FAILED);
        assertThat(left.failure()).isEqualTo(SourceFailure.KEY_WITHDRAWN);
        assertThat(left.transactionCount()).isEqualTo(1);
        assertThat(ports().observed().queuedImports())
                .extracting(QueuedImport::source)
                .doesNotContain(handed.source());
        assertThat(ports().sourceImports().begin(handed.source(), desk.ids().importRunId(), desk.now()))
                .isNull();
    }

    @Test
    default void aKeyThatMovedGoesWithThePartnerThatSentIt() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        Partner other = other(desk, old.user());
        Handed fresh = merged(desk, other);
        Begun running = desk.begin(old.source());

        assertThat(remove(desk, old.user(), fresh.source(), other)).isEqualTo(Removed.REMOVED);

        hasNoKey(desk, old);
        assertThat(ports().observed().sendersOf(old.source())).containsExactly(sixpence.id());
        assertThat(ports().sourceImports().store(running, List.of(deposit("2", 2)), "c2", desk.now()))
                .isFalse();
        assertThat(ports().sourceImports().complete(running, desk.now())).isFalse();
        assertThat(remove(desk, old.user(), fresh.source(), other)).isEqualTo(Removed.AS_BEFORE);
        assertThat(remove(desk, old.user(), old.source(), other)).isEqualTo(Removed.AS_BEFORE);
    }

    @Test
    default void aSourceGoesUnderEveryIdThatItWasGiven() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        Handed fresh = merged(desk, sixpence);

        assertThat(remove(desk, old.user(), fresh.source(), sixpence)).isEqualTo(Removed.REMOVED);

        assertThat(report(old).sources()).isEmpty();
        assertThat(report(old).transactionCount()).isZero();
        assertThat(ports().observed().queuedImports())
                .extracting(QueuedImport::source)
                .doesNotContain(old.source());
        assertThat(remove(desk, old.user(), fresh.source(), sixpence)).isEqualTo(Removed.AS_BEFORE);
        assertThat(remove(desk, old.user(), old.source(), sixpence)).isEqualTo(Removed.AS_BEFORE);
    }

    @Test
    default void whoSentTheKeyBeforeTakesNobodyElsesAlong() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        Partner other = other(desk, old.user());
        Handed fresh = merged(desk, other);

        assertThat(remove(desk, old.user(), old.source(), sixpence)).isEqualTo(Removed.REMOVED);

        assertThat(desk.begin(old.source()).credentials())
                .isEqualTo(fresh.registration().added().get(0).sealed());
        assertThat(remove(desk, old.user(), old.source(), other)).isEqualTo(Removed.REMOVED);
        assertThat(report(old).sources()).isEmpty();
    }

    @Test
    default void aKeyThatTwoHaveSentStaysUntilBothTakeItBack() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        Partner other = other(desk, old.user());
        merged(desk, other);
        assertThat(sendSecondKey(desk, sixpence).source()).isEqualTo(old.source());

        assertThat(remove(desk, old.user(), old.source(), other)).isEqualTo(Removed.REMOVED);

        assertThat(summary(old, old.source()).status()).isEqualTo(SourceStatus.POPULATED);
        assertThat(remove(desk, old.user(), old.source(), sixpence)).isEqualTo(Removed.REMOVED);
        assertThat(report(old).sources()).isEmpty();
    }

    @Test
    default void aSourceThatItsOwnerHasRepairedLosesAPartnersKeyAndStays() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        ownKey(desk, old.user(), old.source(), Hashes.of("own key"));
        merged(desk, sixpence);

        assertThat(remove(desk, old.user(), old.source(), sixpence)).isEqualTo(Removed.REMOVED);

        hasNoKey(desk, old);
    }

    @Test
    default void aKeyOfItsOwnersThatMovedStays() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        Handed fresh = sendSecondKey(desk, sixpence);
        NewKey own = ownKey(desk, fresh.user(), fresh.source(), Hashes.of("own key"));
        bindMerging(desk, fresh.source());

        assertThat(remove(desk, old.user(), old.source(), sixpence)).isEqualTo(Removed.REMOVED);

        assertThat(summary(old, old.source()).transactionCount()).isEqualTo(1);
        assertThat(desk.begin(old.source()).credentials()).isEqualTo(own.sealed());
    }

    @Test
    default void aKeyOfItsOwnersThatAPartnerSendsTooStays() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        RequestBuilder call = RequestBuilder.by(sixpence, "user@example.com").key("own-api-key", "own-api-secret");
        Digest apiKey = Desk.fingerprint(
                        Desk.RING_KEY, call.build(sixpence).submitted().get(0))
                .apiKey();
        ownKey(desk, old.user(), old.source(), apiKey);
        assertThat(desk.register(sixpence, call).source()).isEqualTo(old.source());

        assertThat(remove(desk, old.user(), old.source(), sixpence)).isEqualTo(Removed.REMOVED);

        assertThat(summary(old, old.source()).status()).isEqualTo(SourceStatus.POPULATED);
        assertThat(ports().sourceImports().begin(old.source(), desk.ids().importRunId(), desk.now()))
                .isNotNull();
    }

    @Test
    default void aSourceWithoutItsKeyTakesANewOne() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed old = populated(desk, sixpence);
        Partner other = other(desk, old.user());
        merged(desk, other);
        remove(desk, old.user(), old.source(), other);
        assertThat(Objects.requireNonNull(desk.snapshot(sixpence, "user@example.com"))
                        .sources())
                .isEmpty();

        merged(desk, sixpence);

        assertThat(summary(old, old.source()).status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(ports().sourceImports().complete(desk.begin(old.source()), desk.now()))
                .isTrue();
        RequestBuilder third = RequestBuilder.by(other, "user@example.com").key("third-api-key", "third-api-secret");
        merged(desk, desk.register(other, third));
        remove(desk, old.user(), old.source(), other);
        hasNoKey(desk, old);
        NewKey own = ownKey(desk, old.user(), old.source(), Hashes.of("own key"));
        assertThat(summary(old, old.source()).status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(desk.begin(old.source()).credentials()).isEqualTo(own.sealed());
    }
}
