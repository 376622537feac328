/** What there is to read of a user's ledger. Start at {@link dev.gangway.application.ledger.port.Ledgers}. */
@NullMarked
package dev.gangway.application.ledger;

import org.jspecify.annotations.NullMarked;
