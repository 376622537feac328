package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.contract.Desk;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.contract.PersistencePorts;
import dev.gangway.domain.ledger.Balance;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a version that kept no figures of ledgers has stored: before this one came, and beside it while it came. */
final class EarlierVersionTest {
    private static final Instant EARLIER = Instant.parse("2020-01-01T00:00:00Z");

    /** As that version stores one transaction of two ETH that cost half a ZAR. */
    private static void storeAsBefore(Tables tables, Handed handed, String externalId) {
        String source = handed.source().value();
        tables.write(
                """
                insert into ledger_transactions (source_id, external_id, user_id, kind, occurred_at, received_asset,
                    received_quantity, fee_asset, fee_quantity, raw, mapper_version, stored_at)
                values (?, ?, ?, 'deposit', ?, 'ETH', 2, 'ZAR', 0.5, '{}', 1, ?)""",
                source,
                externalId,
                handed.user().value(),
                EARLIER.atOffset(ZoneOffset.UTC),
                EARLIER.atOffset(ZoneOffset.UTC));
        tables.write("update sources set transaction_count = transaction_count + 1 where id = ?", source);
    }

    private static List<String> balances(PersistencePorts ports, Handed handed) {
        return ports.ledgers().state(LedgerScope.whole(handed.user())).balances().stream()
                .map(EarlierVersionTest::text)
                .toList();
    }

    private static String text(Balance balance) {
        BigDecimal quantity = balance.quantity();
        return quantity.toPlainString() + ' ' + balance.asset();
    }

    @ParameterizedTest
    @EnumSource
    void whatItStoresBesideThisVersionIsCountedByWhoeverComesNext(TestDatabase kind) {
        try (Database database = kind.open()) {
            Tables tables = new Tables(database);
            PersistencePorts ports = StoreTest.ports(database, tables);
            Desk desk = new Desk(ports);
            Handed handed = desk.register(desk.sixpence(), "user@example.com");
            Begun run = desk.begin(handed.source());
            ports.sourceImports().store(run, Doomed.page(0), "c", desk.now());
            storeAsBefore(tables, handed, "read");
            assertThat(balances(ports, handed)).containsExactly("5 BTC", "2 ETH", "-0.5 ZAR");
            assertThat(tables.miscounted()).isZero();
            storeAsBefore(tables, handed, "stored");
            ports.sourceImports().store(run, Doomed.page(1), "c", desk.now());
            assertThat(tables.miscounted()).isZero();
            storeAsBefore(tables, handed, "nothing new");
            ports.sourceImports().store(run, Doomed.page(1), "c", desk.now());
            assertThat(tables.miscounted()).isZero();
            storeAsBefore(tables, handed, "derived");
            ports.derivations().derive(handed.source(), 2, null, 100, stored -> null);
            assertThat(tables.miscounted()).isZero();
            LedgerState state = ports.ledgers().state(LedgerScope.whole(handed.user()));
            assertThat(state.transactions()).isEqualTo(24);
            assertThat(state.firstTransactionAt()).isEqualTo(EARLIER);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatItLeftIsCountedByTheMigration(TestDatabase kind) {
        String url = kind.newMigratedUrl();
        try (Database database = Database.open(DatabaseSettings.of(url))) {
            Tables tables = new Tables(database);
            PersistencePorts ports = StoreTest.ports(database, tables);
            Desk desk = new Desk(ports);
            Handed handed = desk.register(desk.sixpence(), "user@example.com");
            ports.sourceImports().store(desk.begin(handed.source()), Doomed.page(0), "c", desk.now());
            storeAsBefore(tables, handed, "old");
            forgetFigures(tables);

            try (Database upgraded = Database.open(DatabaseSettings.of(url))) {
                upgraded.migrate();
            }
            assertThat(tables.miscounted()).isZero();
            assertThat(balances(ports, handed)).containsExactly("5 BTC", "2 ETH", "-0.5 ZAR");
            assertThat(ports.ledgers().state(LedgerScope.whole(handed.user())).firstTransactionAt())
                    .isEqualTo(EARLIER);
        }
    }

    /** Takes the schema back to where it was before there were figures. */
    private static void forgetFigures(Tables tables) {
        tables.write("drop table source_balances");
        for (String column : List.of("ledger_version", "tallied_count", "unclassified_count", "first_transaction_at")) {
            tables.write("alter table sources drop column " + column);
        }
        tables.write("delete from \"flyway_schema_history\" where cast(\"version\" as integer) >= 7");
    }
}
