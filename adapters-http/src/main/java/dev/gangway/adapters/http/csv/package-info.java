/**
 * The ledger and gains as CSV (RFC 4180, UTF-8). Start at {@link dev.gangway.adapters.http.csv.LedgerColumn}, the
 * documented columns, which a download writes and an upload reads.
 *
 * <p>Invariant: what is written and read again is the same, and no spreadsheet takes a text for a formula.
 */
@NullMarked
package dev.gangway.adapters.http.csv;

import org.jspecify.annotations.NullMarked;
