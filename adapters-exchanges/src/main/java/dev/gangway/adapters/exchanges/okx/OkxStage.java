package dev.gangway.adapters.exchanges.okx;

/** The parts of a history, in the order in which they are read. */
enum OkxStage {
    /** Trades on the spot market. */
    FILLS,
    /** Trades with what was borrowed. */
    MARGIN_FILLS,
    /** Conversions. */
    CONVERSIONS,
    /** Assets brought over a chain or by another user. */
    DEPOSITS,
    /** Assets taken over a chain or to another user. */
    WITHDRAWALS,
    /** Whatever changed the balances of the trading account. */
    ACCOUNT_BILLS,
    /** Whatever changed the balances of the funding account. */
    FUNDING_BILLS
}
