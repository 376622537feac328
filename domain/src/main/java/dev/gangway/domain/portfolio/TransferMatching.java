package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceId;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds which withdrawals and deposits are the two ends of one transfer between a user's own accounts, so that moving an
 * asset is no disposal.
 *
 * <p>Two ends fit if they are of one asset and of two sources, or both of kind {@code transfer}, which moves within one;
 * if the deposit is booked at most 72 h after the withdrawal, or at most 1 h before it, as exchanges book late and their
 * clocks differ; and if what arrived is
 *
 * <ol>
 *   <li>what was sent, or
 *   <li>what was sent less the withdrawal's fee, or
 *   <li>at most 1 % less than what was sent, which the network kept.
 * </ol>
 *
 * <p>All pairs of the first form are found before the second is looked for, and so on; within a form the pair that is
 * nearest in time goes first, and an end is used once. The same entries in the same order give the same pairs. A withdrawal
 * that arrives in two deposits is not recognised. Money is left alone: it has no gains, and its quantity is the same
 * either way.
 *
 * <p>Only deposits, withdrawals and transfers are kept, at some 50 bytes each; n of them take O(n log n).
 */
public final class TransferMatching {
    /** What may be an end of a transfer; whatever else is taken changes nothing. */
    public static final Set<TransactionKind> KINDS = Collections.unmodifiableSet(
            EnumSet.of(TransactionKind.DEPOSIT, TransactionKind.WITHDRAWAL, TransactionKind.TRANSFER));

    private final Map<AssetCode, Integer> assets = new HashMap<>();
    private final Map<SourceId, Integer> sources = new HashMap<>();
    private final TransferEnds ends = new TransferEnds();

    /** Takes the next entry; they come in order of time. */
    public void take(LedgerEntry entry) {
        switch (entry.kind()) {
            case DEPOSIT, WITHDRAWAL, TRANSFER -> takeEnds(entry);
            case TRADE, FEE, REWARD, UNCLASSIFIED -> {
                // these move nothing between accounts
            }
        }
    }

    /** The transfers among what was taken. */
    public Transfers matched() {
        int[] partners = ends.partners();
        for (TransferForm form : TransferForm.values()) {
            new TransferRound(ends, form, assets.size(), partners).match();
        }
        return ends.transfers(partners);
    }

    private void takeEnds(LedgerEntry entry) {
        Amount amount = entry.received() == null ? entry.sent() : entry.received();
        if (amount == null || amount.quantity().signum() == 0 || Money.isMoney(amount.asset())) {
            return;
        }
        Integer asset = assets.computeIfAbsent(amount.asset(), ignored -> assets.size());
        Integer source = sources.computeIfAbsent(entry.source(), ignored -> sources.size());
        ends.add(entry, asset, source, amount);
    }
}
