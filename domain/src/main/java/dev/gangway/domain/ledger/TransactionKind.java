package dev.gangway.domain.ledger;

import dev.gangway.domain.shared.Ascii;

/** What happened in a ledger transaction. */
public enum TransactionKind {
    /** One asset given for another. */
    TRADE,
    /** An asset brought to the exchange. */
    DEPOSIT,
    /** An asset taken from the exchange. */
    WITHDRAWAL,
    /** A charge on its own. */
    FEE,
    /** An asset received for nothing given: staking, referral, interest. */
    REWARD,
    /** An asset moved between two accounts of the same exchange. */
    TRANSFER,
    /** What the exchange sent and nobody here understands yet: kept, never dropped. */
    UNCLASSIFIED;

    /** The name in the API and in the database. */
    public String apiName() {
        return Ascii.lower(name());
    }
}
