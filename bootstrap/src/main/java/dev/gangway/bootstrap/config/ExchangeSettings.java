package dev.gangway.bootstrap.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the exchanges answer.
 *
 * @param sixpence the fictional one, null for nowhere
 */
public record ExchangeSettings(
        URI kraken,
        URI binance,
        URI coinbase,
        URI luno,
        URI valr,
        URI okx,
        @Nullable URI sixpence) {
    /** The same with another place for SixpenceX. */
    ExchangeSettings withSixpence(URI address) {
        return new ExchangeSettings(kraken, binance, coinbase, luno, valr, okx, address);
    }
}
