/**
 * The exchange {@code BINANCE}.
 *
 * <p>Start reading at {@link dev.gangway.adapters.exchanges.binance.Binance}; {@code BinanceApi} signs and sends,
 * {@code BinanceConnector} opens accounts, {@code BinanceAccount} goes through the parts of a history in the order of
 * {@code BinanceStage}, of which {@code BinanceTrades} is told symbol by symbol and all others, {@code BinanceWindows},
 * stretch of time by stretch of time. {@code BinanceRecords} says what each record means.
 *
 * <p>Invariants: only the exchange's own word, a code of its API, fails a key; a stretch of time without records is not
 * the end of the history; a record that may still change is not handed on before it cannot.
 */
@NullMarked
package dev.gangway.adapters.exchanges.binance;

import org.jspecify.annotations.NullMarked;
