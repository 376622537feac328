package dev.gangway.application.ledger.port;

import dev.gangway.application.ledger.LedgerFilter;
import dev.gangway.application.ledger.LedgerPage;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.ledger.TradedPair;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what imports have stored. A scope that holds nothing reads as empty, whoever it names. */
public interface Ledgers {
    /** The scope's figures; its cost does not grow with the number of transactions. */
    LedgerState state(LedgerScope scope);

    /**
     * Hands over every transaction of the scope, earliest first, then by source and external id: one consistent snapshot,
     * streamed, in memory that does not grow with their number.
     *
     * @param each takes one, and soon: the reading holds a connection, and the database gives it up if nothing was asked of
     *     it for ten seconds; what it throws ends the reading and is thrown on
     */
    void read(LedgerScope scope, Consumer<LedgerEntry> each);

    /** The same, of these kinds alone. */
    void read(LedgerScope scope, Set<TransactionKind> kinds, Consumer<LedgerEntry> each);

    /** What was traded for what in the scope, and how often, in any order; without reading each trade. */
    List<TradedPair> pairs(LedgerScope scope);

    /**
     * A page of the scope, latest first: the order in which {@link #read} hands over, from its end.
     *
     * @param after begins behind this place, null for the beginning
     * @param size how many entries at most, 1 to 500
     */
    LedgerPage page(LedgerScope scope, LedgerFilter filter, LedgerPage.@Nullable Position after, int size);
}
