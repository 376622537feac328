package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.report.UserReport;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.Tally;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the parts of {@link SourceImportsContract} have in common. */
interface ImportSupport extends PersistenceContract {
    /** A deposit; {@code minute} says when. */
    default LedgerTransaction deposit(String externalId, int minute) {
        return new LedgerTransaction(
                externalId,
                TransactionKind.DEPOSIT,
                MovableClock.START.minusSeconds(60L * minute),
                new Amount(new AssetCode("BTC"), new BigDecimal("0.5")),
                null,
                null,
                "{}",
                1);
    }

    /** The report of the user of {@code handed}. */
    default UserReport report(Handed handed) {
        return Objects.requireNonNull(ports().reports().find(handed.user()));
    }

    /** What the report says of a source. */
    default UserReport.SourceSummary summary(Handed handed, SourceId source) {
        return report(handed).sources().stream()
                .filter(one -> one.id().equals(source))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The report does not show " + source));
    }

    /** Checks that the figures that are kept of the user's ledger are what its rows add up to. */
    default void isTallied(Handed handed) {
        LedgerScope whole = LedgerScope.whole(handed.user());
        List<LedgerEntry> entries = new ArrayList<>();
        ports().ledgers().read(whole, entries::add);
        Tally tally = Tally.of(entries);
        LedgerState state = ports().ledgers().state(whole);
        assertThat(state.transactions()).isEqualTo(tally.transactions());
        assertThat(report(handed).transactionCount()).isEqualTo(tally.transactions());
        assertThat(state.unclassified()).isEqualTo(tally.unclassified());
        assertThat(state.firstTransactionAt()).isEqualTo(tally.first());
        assertThat(state.balances()).isEqualTo(tally.byCode());
    }
}
