/**
 * The exchange {@code BINANCE}.
 *
 * <p>Start reading at {@link dev.gangway.adapters.exchanges.binance.Binance}; {@code BinanceApi} signs and sends,
 * {@code BinanceConnector} opens accounts, which are read in the parts that {@code BinanceStage} names: the trades symbol by
 * symbol in {@code BinanceTrades}, all others stretch of time by stretch of time in {@code BinanceWindows}.
 * {@code BinanceRecords} says what each record means.
 *
 * <p>Invariants: only the exchange's own word, a code of its API, fails a key; a stretch of time without records is not
 * the end of the history; a record that may still change is not handed on before it cannot.
 */
@NullMarked
package dev.gangway.adapters.exchanges.binance;

import org.jspecify.annotations.NullMarked;
