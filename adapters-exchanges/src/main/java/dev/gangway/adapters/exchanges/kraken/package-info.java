/**
 * The exchange {@code KRAKEN}.
 *
 * <p>Start reading at {@link dev.gangway.adapters.exchanges.kraken.Kraken}; {@code KrakenApi} signs and sends,
 * {@code KrakenConnector} opens accounts, {@code KrakenAccount} turns the pages of the one ledger that holds everything,
 * {@code KrakenWindow} joins the entries that are one event, {@code KrakenRecords} says what each event means.
 *
 * <p>Invariants: pages are bounded by time and never by a place in a list that grows, so nothing is lost or skipped while
 * records come in. Only a code of Kraken's own fails a key. Only endpoints that read are called.
 */
@NullMarked
package dev.gangway.adapters.exchanges.kraken;

import org.jspecify.annotations.NullMarked;
