/**
 * What a ledger amounts to: holdings with their average purchase price, and the gains of disposals by tax year. Start at
 * {@link dev.gangway.domain.portfolio.CostBasis}; {@link dev.gangway.domain.portfolio.TransferMatching} reads the ledger
 * once before it, so that moving an asset between a user's own accounts is no disposal.
 *
 * <p>Everything is decimal, fed one entry at a time, and grows with open lots and years, never with the number of
 * entries read. What is not known is null and counted, never guessed.
 */
@NullMarked
package dev.gangway.domain.portfolio;

import org.jspecify.annotations.NullMarked;
