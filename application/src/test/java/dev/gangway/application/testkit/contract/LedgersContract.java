package dev.gangway.application.testkit.contract;

import dev.gangway.application.ledger.port.Ledgers;

/** What every {@link Ledgers} is held to: the figures, reading all of it, and its pages. */
public interface LedgersContract extends LedgerStateContract, LedgerReadingContract, LedgerPagesContract {}
