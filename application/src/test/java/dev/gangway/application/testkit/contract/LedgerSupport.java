package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.source.SourceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parts of {@link LedgersContract} have in common. */
interface LedgerSupport extends ImportSupport {
    /** {@code minute} minutes after the clock's first time. */
    default Instant at(int minute) {
        return MovableClock.START.plusSeconds(60L * minute);
    }

    /** An amount such as {@code 1.5 BTC}, null for an empty text. */
    default @Nullable Amount amount(String text) {
        String[] words = text.split(" ", 2);
        return text.isEmpty() ? null : new Amount(new AssetCode(words[1]), new BigDecimal(words[0]));
    }

    /** A transaction by what came in, went out and was charged. */
    default LedgerTransaction transaction(
            String externalId, TransactionKind kind, int minute, String received, String sent, String fee) {
        return new LedgerTransaction(
                externalId, kind, at(minute), amount(received), amount(sent), amount(fee), "{}", 1);
    }

    /** A deposit of one BTC. */
    default LedgerTransaction oneBitcoin(String externalId, int minute) {
        return transaction(externalId, TransactionKind.DEPOSIT, minute, "1 BTC", "", "");
    }

    /** Stores a page of a run of its own. */
    default void store(Desk desk, SourceId source, List<LedgerTransaction> page) {
        assertThat(ports().sourceImports().store(desk.begin(source), page, "c", desk.now()))
                .isTrue();
    }

    /** A user with two sources. */
    default Handed withTwoSources(Desk desk, Partner partner) {
        return desk.register(
                partner,
                RequestBuilder.by(partner, "user@example.com")
                        .key("api-key-000001", "api-secret-1")
                        .key("api-key-000002", "api-secret-2"));
    }

    /** The figures of everything that the user has. */
    default LedgerState state(Handed handed) {
        return ports().ledgers().state(LedgerScope.whole(handed.user()));
    }

    /** Everything that {@code scope} holds, as it is read. */
    default List<LedgerEntry> read(LedgerScope scope) {
        List<LedgerEntry> entries = new ArrayList<>();
        ports().ledgers().read(scope, entries::add);
        return entries;
    }

    /** The external ids of entries. */
    default List<String> ids(List<LedgerEntry> entries) {
        return entries.stream().map(LedgerEntry::externalId).toList();
    }
}
