package dev.gangway.application.auth;

import dev.gangway.application.testkit.contract.CredentialLookupContract;
import dev.gangway.application.testkit.contract.PersistencePorts;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.memory.InMemoryStore;

/** What stands before the database answers like the database itself; how long it keeps an answer is not the port's business. */
class CachedCredentialLookupContractTest implements CredentialLookupContract {
    private final PersistencePorts ports = cached(new InMemoryStore().ports());

    @Override
    public PersistencePorts ports() {
        return ports;
    }

    private static PersistencePorts cached(PersistencePorts stored) {
        return new PersistencePorts(
                stored.transactions(),
                stored.registrations(),
                stored.redirectTokens(),
                stored.partnerUsers(),
                stored.partnerLinks(),
                stored.attachments(),
                stored.withdrawals(),
                stored.sessions(),
                stored.sourceImports(),
                stored.derivations(),
                stored.ledgers(),
                stored.sourceRefreshes(),
                stored.sourceKeys(),
                stored.uploads(),
                stored.reports(),
                stored.partners(),
                stored.partnerCredentials(),
                new CachedCredentialLookup(stored.credentialLookup(), new MovableClock()),
                stored.callRates(),
                stored.answeredCalls(),
                stored.signatureMarks(),
                stored.keyRings(),
                stored.portfolios(),
                stored.auditTrail(),
                stored.arranged(),
                stored.observed());
    }
}
