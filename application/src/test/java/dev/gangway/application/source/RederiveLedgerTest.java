package dev.gangway.application.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.source.RederiveLedger.OfExchange;
import dev.gangway.application.source.RederiveLedger.Outcome;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.application.upload.port.Uploads.Confirmed;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.upload.UploadId;
import dev.gangway.domain.upload.UploadedLine;
import dev.gangway.domain.user.UserId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A mended mapper derives the ledger anew, and only what its exchange has told. */
class RederiveLedgerTest {
    private static final ExchangeName SIXPENCE = new ExchangeName("SIXPENCE");
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    private final InMemoryGangway gangway = new InMemoryGangway();

    /** Takes everything for a reward from now on. */
    private static final class Mended implements ExchangeConnector {
        @Override
        public ExchangeName exchange() {
            return SIXPENCE;
        }

        @Override
        public Opening open(ApiCredentials credentials) {
            throw new AssertionError("nobody needs a key for this");
        }

        @Override
        public int mapperVersion() {
            return 9;
        }

        @Override
        public @Nullable LedgerTransaction map(String raw) {
            return transaction(raw, TransactionKind.REWARD, 9);
        }
    }

    private static LedgerTransaction transaction(String raw, TransactionKind kind, int version) {
        return new LedgerTransaction(
                raw, kind, THEN, new Amount(new AssetCode("BTC"), BigDecimal.ONE), null, null, raw, version);
    }

    private UserId userWithBoth() {
        Registered one = gangway.register(
                gangway.enrol(PartnerBuilder.sixpence().build()), RequestBuilder.of("user@example.com"));
        Instant now = gangway.clock().instant();
        Begun run = Objects.requireNonNull(gangway.ports()
                .sourceImports()
                .begin(one.sources().get(0).id(), gangway.ids().importRunId(), now));
        gangway.ports()
                .sourceImports()
                .store(run, List.of(transaction("read", TransactionKind.UNCLASSIFIED, 1)), "cursor", now);
        UploadId upload = gangway.ids().uploadId();
        gangway.ports().uploads().open(upload, one.userId(), now.plus(Duration.ofHours(1)), 2);
        gangway.ports()
                .uploads()
                .append(
                        upload,
                        0,
                        List.of(transaction("written", TransactionKind.DEPOSIT, UploadedLine.MAPPER_VERSION)));
        gangway.ports().uploads().close(upload, 1);
        AuditEntry audit = new AuditEntry(
                AuditAction.HISTORY_UPLOADED, null, null, one.userId().value(), InMemoryGangway.ORIGIN, now);
        assertThat(gangway.ports()
                        .uploads()
                        .confirm(upload, one.userId(), gangway.ids().sourceId(), now, audit))
                .isEqualTo(Confirmed.STORED);
        return one.userId();
    }

    @Test
    void whatAnExchangeHasToldIsDerivedAnewAndWhatWasUploadedStays() {
        UserId user = userWithBoth();
        RederiveLedger rederive = new RederiveLedger(
                gangway.ports().derivations(),
                List.of(new Mended()),
                gangway.ports().auditTrail(),
                gangway.clock());

        assertThat(rederive.execute(new RederiveLedger.Command(null, InMemoryGangway.ORIGIN)))
                .isEqualTo(new Outcome.Derived(List.of(new OfExchange(SIXPENCE, 9, 1, 1, 0))));
        assertThat(gangway.ports().observed().transactionsOf(user))
                .containsExactlyInAnyOrder(
                        transaction("read", TransactionKind.REWARD, 9),
                        transaction("written", TransactionKind.DEPOSIT, UploadedLine.MAPPER_VERSION));
        assertThat(rederive.execute(new RederiveLedger.Command(SIXPENCE, InMemoryGangway.ORIGIN)))
                .as("done already")
                .isEqualTo(new Outcome.Derived(List.of(new OfExchange(SIXPENCE, 9, 0, 0, 0))));
    }

    @Test
    void uploadsHaveNoConnectorToDeriveThem() {
        userWithBoth();
        RederiveLedger rederive = new RederiveLedger(
                gangway.ports().derivations(),
                List.of(new Mended()),
                gangway.ports().auditTrail(),
                gangway.clock());

        assertThat(rederive.execute(new RederiveLedger.Command(UploadedLine.UPLOADS, InMemoryGangway.ORIGIN)))
                .isEqualTo(new Outcome.NoConnector(UploadedLine.UPLOADS));
    }
}
