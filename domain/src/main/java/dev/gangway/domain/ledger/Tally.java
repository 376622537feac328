package dev.gangway.domain.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What transactions add up to, so that a ledger's figures can be kept beside it and need not be counted again.
 *
 * @param transactions how many there are
 * @param unclassified how many of them nobody here understands yet
 * @param first when the earliest happened, null if there is none; those without a time are left out
 * @param balances what is left of each asset, unclassified transactions left out; what comes to nothing is too
 */
public record Tally(
        long transactions, long unclassified, @Nullable Instant first, Map<AssetCode, BigDecimal> balances) {
    /** Copies. */
    public Tally {
        balances = Map.copyOf(balances);
    }

    /** What {@code entries} add up to. */
    public static Tally of(Iterable<LedgerEntry> entries) {
        long transactions = 0;
        long unclassified = 0;
        Instant first = null;
        Map<AssetCode, BigDecimal> balances = new HashMap<>();
        for (LedgerEntry entry : entries) {
            transactions++;
            if (isDated(entry) && (first == null || entry.occurredAt().isBefore(first))) {
                first = entry.occurredAt();
            }
            if (entry.kind() == TransactionKind.UNCLASSIFIED) {
                // whatever legs somebody gave it, nobody knows what it did
                unclassified++;
            } else {
                add(balances, entry.received(), false);
                add(balances, entry.sent(), true);
                add(balances, entry.fee(), true);
            }
        }
        return new Tally(transactions, unclassified, first, withoutNothing(balances));
    }

    /** A record that is not understood may have no time that anybody can read; it is kept at the epoch. */
    private static boolean isDated(LedgerEntry entry) {
        return entry.kind() != TransactionKind.UNCLASSIFIED
                || !entry.occurredAt().equals(Instant.EPOCH);
    }

    private static void add(Map<AssetCode, BigDecimal> balances, @Nullable Amount leg, boolean goesOut) {
        if (leg != null) {
            BigDecimal quantity = goesOut ? leg.quantity().negate() : leg.quantity();
            balances.merge(leg.asset(), quantity, BigDecimal::add);
        }
    }

    private static Map<AssetCode, BigDecimal> withoutNothing(Map<AssetCode, BigDecimal> balances) {
        balances.values().removeIf(quantity -> quantity.signum() == 0);
        return balances;
    }

    /** How this differs from {@code other}: what has to be added to that to come to this, but for the first time. */
    public Tally since(Tally other) {
        Map<AssetCode, BigDecimal> difference = new HashMap<>();
        Set<AssetCode> assets = new HashSet<>(balances.keySet());
        assets.addAll(other.balances.keySet());
        for (AssetCode asset : assets) {
            difference.put(asset, quantity(asset).subtract(other.quantity(asset)));
        }
        return new Tally(
                transactions - other.transactions,
                unclassified - other.unclassified,
                first,
                withoutNothing(difference));
    }

    private BigDecimal quantity(AssetCode asset) {
        return balances.getOrDefault(asset, BigDecimal.ZERO);
    }

    /** The balances by code. */
    public List<Balance> byCode() {
        List<Balance> sorted = new ArrayList<>();
        balances.forEach((asset, quantity) -> sorted.add(new Balance(asset, quantity)));
        sorted.sort((a, b) -> a.asset().value().compareTo(b.asset().value()));
        return List.copyOf(sorted);
    }
}
