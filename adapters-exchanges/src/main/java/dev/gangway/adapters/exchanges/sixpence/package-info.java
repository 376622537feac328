/**
 * The exchange {@code SIXPENCE}.
 *
 * <p>Start reading at {@link dev.gangway.adapters.exchanges.sixpence.Sixpence}; {@code SixpenceApi} signs and sends,
 * {@code SixpenceConnector} opens accounts, {@code SixpenceAccount} turns the pages, {@code SixpenceRecords} says what
 * each record means.
 *
 * <p>Invariant: only the exchange's own word, a code of its API, fails a key. Whatever something in between answers is
 * the exchange being unavailable.
 */
@NullMarked
package dev.gangway.adapters.exchanges.sixpence;

import org.jspecify.annotations.NullMarked;
