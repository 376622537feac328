/**
 * The exchange {@code COINBASE}, with the keys of the Coinbase Developer Platform.
 *
 * <p>Start reading at {@link dev.gangway.adapters.exchanges.coinbase.Coinbase}; {@code CoinbaseApi} sends what
 * {@code CoinbaseJwt} signs, {@code CoinbaseConnector} opens accounts, {@code CoinbaseAccount} walks through fills and
 * wallets, {@code CoinbaseLegs} joins what two wallets tell of one trade, {@code CoinbaseRecords} says what a record means.
 *
 * <p>Invariants: a key that may do more than look is not used. A transaction that is not finished is left until it is. The
 * value in the user's own currency is never taken for a side of a trade.
 */
@NullMarked
package dev.gangway.adapters.exchanges.coinbase;

import org.jspecify.annotations.NullMarked;
