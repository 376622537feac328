package dev.gangway.adapters.exchanges.okx;

import dev.gangway.domain.shared.Ascii;

/** What a record is a record of. */
enum OkxType {
    FILL,
    CONVERSION,
    DEPOSIT,
    WITHDRAWAL,
    ACCOUNT_BILL,
    FUNDING_BILL,
    /** The bills of one trade that no fill tells. */
    TRADE_BILLS;

    /** As it is written where records are kept. */
    String text() {
        return Ascii.lower(name());
    }
}
