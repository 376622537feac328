package dev.gangway.application.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.report.UserReport;
import dev.gangway.application.source.ImportSource.Outcome;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.ExchangeConnector.KeyRefused;
import dev.gangway.application.testkit.contract.QueuedImport;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryCrypto;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One run of an import: what it stores, how it ends, and what it does when it is not alone. */
class ImportSourceTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
    private final ScriptedExchange exchange = new ScriptedExchange().holding(5);
    private final ImportSource importSource = gangway.importSource(exchange);
    private final Registered registered = gangway.register(sixpence, call());
    private final SourceId source = registered.sources().get(0).id();

    private static RequestBuilder call() {
        return RequestBuilder.of("user@example.com");
    }

    private Outcome run() {
        return run(1);
    }

    private Outcome run(int attempt) {
        return importSource.execute(new ImportSource.Command(source, attempt, () -> false));
    }

    private UserReport report() {
        return gangway.report(registered.userId());
    }

    private UserReport.SourceSummary summary() {
        return report().sources().get(0);
    }

    @Test
    void aRunReadsPageAfterPageAndPopulatesTheSource() {
        assertThat(run()).isEqualTo(new Outcome.Done("complete"));
        assertThat(exchange.asked).containsExactly(null, "2", "4");
        assertThat(exchange.opened).containsExactly(RequestBuilder.API_KEY);
        assertThat(summary().status()).isEqualTo(SourceStatus.POPULATED);
        assertThat(summary().transactionCount()).isEqualTo(5);
        assertThat(summary().importedAt()).isEqualTo(gangway.clock().instant());
    }

    @Test
    void aRefreshReadsOnFromTheLastCursor() {
        run();
        exchange.holding(6);
        assertThat(run()).isEqualTo(new Outcome.Done("complete"));
        assertThat(exchange.asked).endsWith("5");
        assertThat(summary().transactionCount()).isEqualTo(6);
    }

    @Test
    void anEmptyHistoryIsCompleteToo() {
        Registered other = gangway.register(sixpence, RequestBuilder.of("other@example.com"));
        ImportSource empty = gangway.importSource(new ScriptedExchange());
        assertThat(empty.execute(new ImportSource.Command(other.sources().get(0).id(), 1, () -> false)))
                .isEqualTo(new Outcome.Done("complete"));
        assertThat(gangway.report(other.userId()).sources().get(0).status()).isEqualTo(SourceStatus.POPULATED);
    }

    @Test
    void anAccountMayHaveNoNameUntilSomethingHappensInIt() {
        Registered other = gangway.register(sixpence, RequestBuilder.of("other@example.com"));
        ScriptedExchange young = new ScriptedExchange().namelessUntilUsed();
        ImportSource imports = gangway.importSource(young);
        var command = new ImportSource.Command(other.sources().get(0).id(), 1, () -> false);
        assertThat(imports.execute(command)).isEqualTo(new Outcome.Done("complete"));

        young.holding(3);

        assertThat(imports.execute(command)).isEqualTo(new Outcome.Done("complete"));
        young.account(RequestBuilder.API_KEY, "another account");
        assertThat(imports.execute(command)).isEqualTo(new Outcome.Done("OTHER_ACCOUNT"));
    }

    @Test
    void anUnknownSourceHasNothingToImport() {
        assertThat(importSource.execute(new ImportSource.Command(gangway.ids().sourceId(), 1, () -> false)))
                .isEqualTo(new Outcome.Done("nothing to import"));
        assertThat(exchange.opened).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = SourceFailure.class,
            names = {"CREDENTIALS_REFUSED", "PERMISSION_MISSING", "KEY_NOT_READ_ONLY"})
    void aRefusedKeyEndsTheImportAndIsNotTriedAgain(SourceFailure reason) {
        exchange.refuse(reason);
        assertThat(run()).isEqualTo(new Outcome.Done(reason.name()));
        assertThat(summary().status()).isEqualTo(SourceStatus.CREDENTIALS_FAILED);
        assertThat(summary().failure()).isEqualTo(reason);
        assertThat(run()).isEqualTo(new Outcome.Done("nothing to import"));
        assertThat(exchange.opened).hasSize(1);
    }

    @Test
    void aKeyThatIsRefusedHalfWayEndsTheImportToo() {
        exchange.failPaging(new KeyRefused(SourceFailure.CREDENTIALS_REFUSED));
        assertThat(run()).isEqualTo(new Outcome.Done("CREDENTIALS_REFUSED"));
        assertThat(summary().status()).isEqualTo(SourceStatus.CREDENTIALS_FAILED);
    }

    @Test
    void anUnreachableExchangeIsTriedAgainLaterAndLaterAndThenGivenUp() {
        exchange.failOpening(ScriptedExchange.unavailable(Duration.ZERO));
        assertThat(run(1)).isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(2), "the exchange is away", true));
        assertThat(run(2)).isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(4), "the exchange is away", true));
        assertThat(run(3)).isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(8), "the exchange is away", true));
        assertThat(summary().status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(run(4)).isEqualTo(new Outcome.Done("EXCHANGE_UNREACHABLE"));
        assertThat(summary().status()).isEqualTo(SourceStatus.FAILED);
    }

    @Test
    void theExchangesOwnWaitIsHonouredUpToTheLongest() {
        exchange.failOpening(ScriptedExchange.unavailable(Duration.ofSeconds(30)));
        assertThat(run()).isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(30), "the exchange is away", true));
        exchange.failOpening(ScriptedExchange.unavailable(Duration.ofHours(30)));
        assertThat(run()).isEqualTo(new Outcome.RetryAfter(Duration.ofMinutes(1), "the exchange is away", true));
    }

    @Test
    void anExchangeThatWasNotAskedAtAllIsNoAttempt() {
        exchange.failOpening(
                ExchangeConnector.ExchangeUnavailable.postponed("it asked for peace", Duration.ofSeconds(30)));
        assertThat(run(4)).isEqualTo(new Outcome.RetryAfter(Duration.ofSeconds(30), "it asked for peace", false));
        assertThat(summary().status()).isEqualTo(SourceStatus.PROCESSING);
    }

    @Test
    void whatWasReadBeforeTheExchangeWentAwayStaysAndIsNotReadTwice() {
        exchange.beforePage(() -> {
            if (exchange.asked.size() == 2) {
                exchange.failPaging(ScriptedExchange.unavailable(Duration.ZERO));
            }
        });
        assertThat(run()).isInstanceOf(Outcome.RetryAfter.class);
        assertThat(summary().transactionCount()).isEqualTo(2);
        exchange.failPaging(null);
        assertThat(run(2)).isEqualTo(new Outcome.Done("complete"));
        assertThat(exchange.asked).containsExactly(null, "2", "2", "4");
        assertThat(summary().transactionCount()).isEqualTo(5);
    }

    @Test
    void aRefreshThatCannotReachTheExchangeLeavesTheSourcePopulated() {
        run();
        exchange.failOpening(ScriptedExchange.unavailable(Duration.ZERO));
        assertThat(run(4)).isEqualTo(new Outcome.Done("EXCHANGE_UNREACHABLE"));
        assertThat(summary().status()).isEqualTo(SourceStatus.POPULATED);
    }

    @Test
    void anExchangeWithoutAConnectorIsSaidToBeNotSupported() {
        ImportSource none = gangway.importSource();
        assertThat(none.execute(new ImportSource.Command(source, 1, () -> false)))
                .isEqualTo(new Outcome.Done("EXCHANGE_NOT_SUPPORTED"));
        assertThat(summary().status()).isEqualTo(SourceStatus.FAILED);
    }

    @Test
    void twoConnectorsForOneExchangeAreAMistakeOfOurs() {
        assertThatThrownBy(() -> gangway.importSource(new ScriptedExchange(), new ScriptedExchange()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SIXPENCE");
    }

    @Test
    void credentialsThatDoNotOpenEndTheImportBeforeTheExchangeIsAsked() {
        CredentialVault other = new InMemoryCrypto("another ring", null).vault();
        ImportSource blind = new ImportSource(
                gangway.ports().sourceImports(),
                other,
                List.of(exchange),
                InMemoryGangway.RETRIES,
                gangway.ids(),
                gangway.clock());
        assertThat(blind.execute(new ImportSource.Command(source, 1, () -> false)))
                .isEqualTo(new Outcome.Done("CREDENTIALS_UNREADABLE"));
        assertThat(summary().status()).isEqualTo(SourceStatus.CREDENTIALS_FAILED);
        assertThat(exchange.opened).isEmpty();
    }

    @Test
    void aNewKeyOfAKnownAccountJoinsItsOlderSource() {
        exchange.account(RequestBuilder.API_KEY, "one").account("second-api-key", "one");
        run();
        Registered again = gangway.register(sixpence, call().key("second-api-key", "second-secret"));
        assertThat(importSource.execute(
                        new ImportSource.Command(again.sources().get(0).id(), 1, () -> false)))
                .isEqualTo(new Outcome.Done("merged into the account's older source"));
        assertThat(report().sources()).hasSize(1);
        assertThat(report().transactionCount()).isEqualTo(5);
        assertThat(gangway.store().observed().queuedImports())
                .filteredOn(queued -> queued.priority() == ImportPriority.REFRESH)
                .extracting(QueuedImport::source)
                .containsExactly(source);
        exchange.holding(7);
        assertThat(run()).isEqualTo(new Outcome.Done("complete"));
        assertThat(exchange.opened).endsWith("second-api-key");
        assertThat(report().transactionCount()).isEqualTo(7);
    }

    @Test
    void aRunThatLosesItsSourceStopsWithoutATrace() {
        AtomicInteger pages = new AtomicInteger();
        exchange.beforePage(() -> {
            if (pages.incrementAndGet() == 2) {
                // this page is read while the one before it is being stored
                while (summary().transactionCount() < 2) {
                    Thread.onSpinWait();
                }
                gangway.ports()
                        .sourceImports()
                        .begin(
                                source,
                                gangway.ids().importRunId(),
                                gangway.clock().instant());
            }
        });
        assertThat(run()).isEqualTo(new Outcome.Done("taken over by another run"));
        assertThat(summary().status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(summary().transactionCount()).isEqualTo(2);
        assertThat(run()).isEqualTo(new Outcome.Done("complete"));
        assertThat(summary().transactionCount()).isEqualTo(5);
    }

    @Test
    void aSecretReplacedDuringTheRunCausesAnotherThatUsesIt() {
        AtomicInteger pages = new AtomicInteger();
        exchange.beforePage(() -> {
            if (pages.incrementAndGet() == 1) {
                gangway.register(sixpence, call().key(RequestBuilder.API_KEY, "another-api-secret"));
            }
        });
        assertThat(run()).isEqualTo(new Outcome.Done("taken over by another run"));
        assertThat(summary().status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(gangway.store().observed().queuedImports()).hasSize(2);
        assertThat(run()).isEqualTo(new Outcome.Done("complete"));
        assertThat(summary().transactionCount()).isEqualTo(5);
    }

    @Test
    void aRefusalOfTheOldSecretDoesNotSpoilTheNewOne() {
        exchange.beforePage(() -> {
            gangway.register(sixpence, call().key(RequestBuilder.API_KEY, "another-api-secret"));
            throw new KeyRefused(SourceFailure.CREDENTIALS_REFUSED);
        });
        assertThat(run()).isEqualTo(new Outcome.Done("taken over by another run"));
        assertThat(summary().status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(summary().failure()).isNull();
    }

    @Test
    void aNodeThatStopsHandsTheImportBackBetweenPages() {
        AtomicInteger asked = new AtomicInteger();
        Outcome outcome = importSource.execute(new ImportSource.Command(source, 4, () -> asked.incrementAndGet() > 1));
        assertThat(outcome).isEqualTo(new Outcome.HandedBack());
        assertThat(summary().transactionCount()).isEqualTo(2);
        assertThat(summary().status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(run()).isEqualTo(new Outcome.Done("complete"));
        assertThat(exchange.asked).containsExactly(null, "2", "4");
    }

    @Test
    void aCallThatIsCutOffBecauseTheNodeStopsIsNoFailureOfTheExchange() {
        exchange.failOpening(ScriptedExchange.unavailable(Duration.ZERO));
        assertThat(importSource.execute(new ImportSource.Command(source, 4, () -> true)))
                .isEqualTo(new Outcome.HandedBack());
        assertThat(summary().status()).isEqualTo(SourceStatus.PROCESSING);
    }

    @Test
    void aFaultOfOursIsThrownAndLeavesTheSourceToAnotherAttempt() {
        exchange.failPaging(new IllegalStateException("the database is away"));
        assertThatThrownBy(this::run).hasMessage("the database is away");
        exchange.failPaging(null);
        assertThat(run(2)).isEqualTo(new Outcome.Done("complete"));
    }

    private Outcome runAfter(int faults) {
        return importSource.execute(new ImportSource.Command(source, 1, faults, () -> false));
    }

    @Test
    void aFaultOfOurOwnIsThrownUntilThereWereTooMany() {
        exchange.failPaging(new IllegalStateException("a record that no database takes"));
        assertThatThrownBy(() -> runAfter(0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> runAfter(ImportSource.MAX_FAULTS - 1)).isInstanceOf(IllegalStateException.class);
        assertThat(summary().status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(runAfter(ImportSource.MAX_FAULTS)).isEqualTo(new Outcome.Done("EXCHANGE_UNREACHABLE"));
        assertThat(summary().status()).isEqualTo(SourceStatus.FAILED);
    }

    @Test
    void aRunThatSucceedsAfterManyFaultsIsComplete() {
        assertThat(runAfter(ImportSource.MAX_FAULTS)).isEqualTo(new Outcome.Done("complete"));
        assertThat(summary().status()).isEqualTo(SourceStatus.POPULATED);
    }
}
