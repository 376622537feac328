package dev.gangway.application.testkit.contract;

import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is kept and no port reads, but a contract has to see. Each reads what is committed. */
public interface Observations {
    /** Every import job that is queued, in any order. */
    List<QueuedImport> queuedImports();

    /** Ends every import job that is queued, as workers do that have run them all. */
    void endQueuedImports();

    /** Every audit entry, in any order. */
    List<AuditEntry> audit();

    /** The partners that sent a source. */
    Set<PartnerId> sendersOf(SourceId source);

    /** Every transaction that is stored of a user's sources, just as it is stored, latest first. */
    List<LedgerTransaction> transactionsOf(UserId user);

    /** How many users there are. */
    long users();

    /** How many users are attributed to a partner. */
    long attributions();

    /** How many rows everything holds, by table; two equal ones mean that nothing was added or deleted between. */
    Map<String, Long> rows();
}
