package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Entries of one instant, which say nothing about what happened first: what comes in is worked on before what goes out, so
 * that nothing is sold before it is bought. Exchanges stamp whole seconds, and people write whole days.
 */
final class Moment {
    /** So that a history without times does not fill the memory; beyond that they go in the order they came. */
    private static final int MOST = 10_000;

    private static final Comparator<LedgerEntry> INCOMING_FIRST = Comparator.comparingInt(Moment::rank);

    private final Consumer<LedgerEntry> each;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private @Nullable Instant at;

    /** Hands entries on to {@code each}. */
    Moment(Consumer<LedgerEntry> each) {
        this.each = each;
    }

    void take(LedgerEntry entry) {
        if (!entry.occurredAt().equals(at) || entries.size() == MOST) {
            end();
        }
        at = entry.occurredAt();
        entries.add(entry);
    }

    /** Hands on what is left. */
    void end() {
        if (entries.size() > 1) {
            entries.sort(INCOMING_FIRST);
        }
        entries.forEach(each);
        entries.clear();
    }

    private static int rank(LedgerEntry entry) {
        return switch (entry.kind()) {
            case DEPOSIT, REWARD -> 0;
            case TRANSFER -> entry.received() == null ? 9 : 0;
            // money to stablecoins to others, and back
            case TRADE -> 4 - liquidity(entry.sent()) + liquidity(entry.received());
            case FEE -> 7;
            case WITHDRAWAL -> 8;
            case UNCLASSIFIED -> 9;
        };
    }

    private static int liquidity(@Nullable Amount amount) {
        if (amount == null || !Money.settles(amount.asset())) {
            return 0;
        }
        return Money.isMoney(amount.asset()) ? 2 : 1;
    }
}
