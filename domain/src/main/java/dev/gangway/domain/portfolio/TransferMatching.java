package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.LedgerEntry;

/** Finds transfers. */
public final class TransferMatching {
    /** Takes the next entry; they come in order of time. */
    public void take(LedgerEntry entry) {}

    /** The transfers among what was taken. */
    public Transfers matched() {
        return Transfers.NONE;
    }
}
