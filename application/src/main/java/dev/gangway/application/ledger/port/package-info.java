/** The port through which ledgers are read. */
@NullMarked
package dev.gangway.application.ledger.port;

import org.jspecify.annotations.NullMarked;
