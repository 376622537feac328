/**
 * The ledger: what the exchanges' histories become. Start at
 * {@link dev.gangway.domain.ledger.LedgerTransaction}. Amounts are decimal, never binary floating point.
 */
@NullMarked
package dev.gangway.domain.ledger;

import org.jspecify.annotations.NullMarked;
