package dev.gangway.application.ledger;

import dev.gangway.domain.ledger.AssetCode;

/**
 * Trades of one asset for another.
 *
 * @param sent what was given
 * @param received what was taken for it
 * @param trades how many there are
 */
public record TradedPair(AssetCode sent, AssetCode received, long trades) {}
