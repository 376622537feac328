package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.report.UserReport;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.source.port.SourceImports.Bound;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.OfferedSource;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The part of {@link SourceImportsContract} that is about runs, their end, and runs that lost their source. */
interface ImportRunsContract extends ImportSupport {
    @Test
    default void aRunBeginsWithWhatWasRegistered() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        OfferedSource added = handed.registration().added().get(0);
        Begun run = desk.begin(handed.source());
        assertThat(run.source()).isEqualTo(added.id());
        assertThat(run.exchange()).isEqualTo(new ExchangeName("SIXPENCE"));
        assertThat(run.credentials()).isEqualTo(added.sealed());
        assertThat(run.credentials().sealed()).isEqualTo(added.sealed().sealed());
        assertThat(run.account()).isNull();
        assertThat(run.cursor()).isNull();
        assertThat(run.firstImport()).isTrue();
    }

    @Test
    default void anUnknownSourceHasNothingToImport() {
        Desk desk = desk();
        assertThat(ports().sourceImports()
                        .begin(desk.ids().sourceId(), desk.ids().importRunId(), desk.now()))
                .isNull();
    }

    @Test
    default void aCompleteRunPopulatesTheSource() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Begun run = desk.begin(handed.source());
        Instant end = desk.later(Duration.ofSeconds(7));
        assertThat(ports().sourceImports().complete(run, end)).isTrue();
        UserReport.SourceSummary summary = summary(handed, handed.source());
        assertThat(summary.status()).isEqualTo(SourceStatus.POPULATED);
        assertThat(summary.importedAt()).isEqualTo(end);
        assertThat(summary.failure()).isNull();
        assertThat(desk.begin(handed.source()).firstImport()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(SourceFailure.class)
    default void aFailedFirstImportTakesTheFailuresStatusAndWaitsToBeQueuedAgain(SourceFailure failure) {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        assertThat(ports().sourceImports().fail(desk.begin(handed.source()), failure, desk.now()))
                .isTrue();
        UserReport.SourceSummary summary = summary(handed, handed.source());
        assertThat(summary.status()).isEqualTo(failure.status());
        assertThat(summary.failure()).isEqualTo(failure);
        assertThat(summary.importedAt()).isNull();
        assertThat(ports().sourceImports().begin(handed.source(), desk.ids().importRunId(), desk.now()))
                .isNull();
    }

    @Test
    default void aPopulatedSourceThatCannotBeReachedStaysPopulated() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Instant imported = desk.now();
        ports().sourceImports().complete(desk.begin(handed.source()), imported);
        Begun refresh = desk.begin(handed.source());
        desk.later(Duration.ofHours(1));
        assertThat(ports().sourceImports().fail(refresh, SourceFailure.EXCHANGE_UNREACHABLE, desk.now()))
                .isTrue();
        assertThat(summary(handed, handed.source()).status()).isEqualTo(SourceStatus.POPULATED);
        assertThat(summary(handed, handed.source()).importedAt()).isEqualTo(imported);
        assertThat(desk.begin(handed.source()).firstImport()).isFalse();
    }

    @Test
    default void aPopulatedSourceWhoseKeyIsRefusedSaysSo() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        ports().sourceImports().complete(desk.begin(handed.source()), desk.now());
        assertThat(ports().sourceImports()
                        .fail(desk.begin(handed.source()), SourceFailure.CREDENTIALS_REFUSED, desk.now()))
                .isTrue();
        assertThat(summary(handed, handed.source()).status()).isEqualTo(SourceStatus.CREDENTIALS_FAILED);
        assertThat(summary(handed, handed.source()).failure()).isEqualTo(SourceFailure.CREDENTIALS_REFUSED);
    }

    @ParameterizedTest
    @EnumSource(SourceFailure.class)
    default void aFailedSourceThatIsQueuedAgainBeginsItsHistoryAgain(SourceFailure failure) {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        Begun run = desk.begin(handed.source());
        ports().sourceImports().store(run, List.of(deposit("1", 1)), "no longer taken", desk.now());
        ports().sourceImports().fail(run, failure, desk.now());
        desk.register(sixpence, "user@example.com");
        assertThat(desk.begin(handed.source()).cursor()).isNull();
        assertThat(summary(handed, handed.source()).transactionCount()).isEqualTo(1);
    }

    @Test
    default void aRefreshThatCouldNotReadTheExchangeForgetsTheCursorAndOthersKeepIt() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Begun first = desk.begin(handed.source());
        ports().sourceImports().store(first, List.of(deposit("1", 1)), "c1", desk.now());
        ports().sourceImports().complete(first, desk.now());
        Begun refresh = desk.begin(handed.source());
        assertThat(refresh.cursor()).isEqualTo("c1");
        ports().sourceImports().fail(refresh, SourceFailure.EXCHANGE_UNREACHABLE, desk.now());
        assertThat(desk.begin(handed.source()).cursor()).isNull();
    }

    @Test
    default void aRepairedSourceForgetsItsFailureWhenItIsComplete() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        ports().sourceImports().fail(desk.begin(handed.source()), SourceFailure.CREDENTIALS_REFUSED, desk.now());
        desk.register(sixpence, "user@example.com");
        assertThat(ports().sourceImports().complete(desk.begin(handed.source()), desk.now()))
                .isTrue();
        assertThat(summary(handed, handed.source()).status()).isEqualTo(SourceStatus.POPULATED);
        assertThat(summary(handed, handed.source()).failure()).isNull();
    }

    @Test
    default void aRunThatLostItsSourceWritesNothing() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Begun lost = desk.begin(handed.source());
        Begun current = desk.begin(handed.source());
        Map<String, Long> before = ports().observed().rows();
        assertThat(ports().sourceImports().bindAccount(lost, new AccountReference("acc"), desk.now()))
                .isEqualTo(Bound.LOST);
        assertThat(ports().sourceImports().store(lost, List.of(deposit("1", 1)), "c1", desk.now()))
                .isFalse();
        assertThat(ports().sourceImports().fail(lost, SourceFailure.CREDENTIALS_REFUSED, desk.now()))
                .isFalse();
        assertThat(ports().sourceImports().complete(lost, desk.now())).isFalse();
        assertThat(ports().observed().rows()).isEqualTo(before);
        assertThat(summary(handed, handed.source()).status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(ports().sourceImports().complete(current, desk.now())).isTrue();
        assertThat(desk.begin(handed.source()).cursor()).isNull();
        assertThat(desk.begin(handed.source()).account()).isNull();
    }

    @Test
    default void aRunThatHasEndedWritesNothingMore() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Begun run = desk.begin(handed.source());
        ports().sourceImports().complete(run, desk.now());
        assertThat(ports().sourceImports().store(run, List.of(deposit("1", 1)), "c1", desk.now()))
                .isFalse();
        assertThat(ports().sourceImports().complete(run, desk.now())).isFalse();
        assertThat(ports().sourceImports().fail(run, SourceFailure.CREDENTIALS_REFUSED, desk.now()))
                .isFalse();
        assertThat(summary(handed, handed.source()).transactionCount()).isZero();
        assertThat(summary(handed, handed.source()).status()).isEqualTo(SourceStatus.POPULATED);
    }

    @Test
    default void aSecretReplacedDuringTheFirstImportTakesTheEndFromTheRun() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "user@example.com");
        Begun old = desk.begin(handed.source());
        Handed again = desk.register(
                sixpence,
                RequestBuilder.by(sixpence, "user@example.com").key(RequestBuilder.API_KEY, "another-api-secret"));
        assertThat(ports().sourceImports().bindAccount(old, new AccountReference("acc"), desk.now()))
                .isEqualTo(Bound.LOST);
        assertThat(ports().sourceImports().complete(old, desk.now())).isFalse();
        assertThat(ports().sourceImports().fail(old, SourceFailure.CREDENTIALS_REFUSED, desk.now()))
                .isFalse();
        assertThat(summary(handed, handed.source()).status()).isEqualTo(SourceStatus.PROCESSING);
        Begun next = desk.begin(handed.source());
        assertThat(next.credentials())
                .isEqualTo(again.registration().replaced().get(0).sealed());
        assertThat(ports().sourceImports().complete(next, desk.now())).isTrue();
    }

    @Test
    default void theAccountIsRememberedForTheNextRun() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        AccountReference account = new AccountReference("\uD83D\uDE00".repeat(255));
        Begun run = desk.begin(handed.source());
        assertThat(ports().sourceImports().bindAccount(run, account, desk.now()))
                .isEqualTo(Bound.BOUND);
        assertThat(ports().sourceImports().bindAccount(run, account, desk.now()))
                .isEqualTo(Bound.BOUND);
        assertThat(desk.begin(handed.source()).account()).isEqualTo(account);
    }
}
