package dev.gangway.adapters.exchanges.binance;

import dev.gangway.domain.shared.Ascii;

/** What a record is a record of. */
enum BinanceType {
    TRADE,
    DEPOSIT,
    WITHDRAWAL,
    DISTRIBUTION,
    DUST,
    CONVERSION,
    FIAT_DEPOSIT,
    FIAT_WITHDRAWAL,
    FIAT_BUY,
    FIAT_SELL;

    /** As it is written where records are kept. */
    String text() {
        return Ascii.lower(name());
    }
}
