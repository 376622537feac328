/**
 * The exchange {@code LUNO}.
 *
 * <p>Start reading at {@link dev.gangway.adapters.exchanges.luno.Luno}. {@code LunoApi} calls, {@code LunoConnector} opens
 * accounts, {@code LunoAccount} turns the pages: first the statements of all the user's accounts in the order of time
 * ({@code LunoStatements}), whose rows {@code LunoEvents} puts together to what happened, then the trades of markets that
 * the statements know nothing of ({@code LunoTrades}). {@code LunoRecords} says what each of them means.
 *
 * <p>Invariants: only the exchange's own word, a code of its API, fails a key. What belongs together has one time, so that
 * it is put together in the same way wherever a page ends. Luno tells nobody what a key may do, so nothing is called but
 * what reads.
 */
@NullMarked
package dev.gangway.adapters.exchanges.luno;

import org.jspecify.annotations.NullMarked;
