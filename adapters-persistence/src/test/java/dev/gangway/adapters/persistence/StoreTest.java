package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.testkit.contract.PersistenceContract;
import dev.gangway.application.testkit.contract.PersistencePorts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A test of ports on a database of its own, which is empty when a test begins. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StoreTest implements PersistenceContract {
    private final Database database;
    private final Tables tables;
    private final PersistencePorts ports;

    StoreTest(TestDatabase kind) {
        this.database = kind.open();
        this.tables = new Tables(database);
        this.ports = ports(database, tables);
    }

    static PersistencePorts ports(Database database, Tables tables) {
        PersistenceAdapters adapters = database.adapters();
        return new PersistencePorts(
                adapters.transactions(),
                adapters.registrations(),
                adapters.redirectTokens(),
                adapters.partnerUsers(),
                adapters.partnerLinks(),
                adapters.attachments(),
                adapters.withdrawals(),
                adapters.sessions(),
                adapters.sourceImports(),
                adapters.derivations(),
                adapters.ledgers(),
                adapters.sourceRefreshes(),
                adapters.sourceKeys(),
                adapters.uploads(),
                adapters.reports(),
                adapters.partners(),
                adapters.partnerCredentials(),
                adapters.credentialLookup(),
                adapters.callRates(),
                adapters.answeredCalls(),
                adapters.signatureMarks(),
                adapters.keyRings(),
                adapters.portfolios(),
                adapters.auditTrail(),
                tables,
                tables);
    }

    Database database() {
        return database;
    }

    Tables tables() {
        return tables;
    }

    @BeforeEach
    void empty() {
        tables.empty();
    }

    /** Whatever a test did to the store, by one writer or by many. */
    @AfterEach
    void theFiguresAreWhatTheRowsAddUpTo() {
        assertThat(tables.miscounted()).isZero();
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    public PersistencePorts ports() {
        return ports;
    }
}
