package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The currency that a user thinks in: the money (ISO 4217) that most trades of a ledger are quoted in. A user's
 * jurisdiction does not tell it, for that is free text, and people trade in money of other countries.
 */
public final class BaseCurrency {
    private final Map<AssetCode, Long> trades = new HashMap<>();

    /** Takes trades of one asset for another, in any order. */
    public void take(AssetCode sent, AssetCode received, long count) {
        // of money for money, what was paid with
        if (Money.isMoney(sent)) {
            trades.merge(sent, count, Long::sum);
        } else if (Money.isMoney(received)) {
            trades.merge(received, count, Long::sum);
        }
    }

    /** The money of most trades that were taken, the first by code of several; null if none was quoted in money. */
    public @Nullable AssetCode code() {
        return trades.entrySet().stream()
                .min(Map.Entry.<AssetCode, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(entry -> entry.getKey().value()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}
