package dev.gangway.adapters.exchanges.binance;

/**
 * The parts of a history, in the order in which they are read. The dearest are far apart: Binance counts fiat orders and
 * conversions by account, and so dearly that the minutes of the trades in between are the pause that they need.
 */
enum BinanceStage {
    /** Fiat brought by bank. */
    FIAT_DEPOSITS,
    /** Conversions until {@link BinanceEndpoint#SPLIT}. */
    OLD_CONVERSIONS,
    /** Assets brought over a chain. */
    DEPOSITS,
    /** Assets taken over a chain. */
    WITHDRAWALS,
    /** Interest, airdrops and whatever else Binance hands out. */
    DISTRIBUTIONS,
    /** Small rests that became BNB. */
    DUST,
    /** Trades on the spot market, symbol by symbol. */
    TRADES,
    /** Conversions since. */
    CONVERSIONS,
    /** Assets bought with a card or a balance of fiat. */
    FIAT_BUYS,
    /** Assets sold to a card or a balance of fiat. */
    FIAT_SELLS,
    /** Fiat taken to a bank. */
    FIAT_WITHDRAWALS
}
