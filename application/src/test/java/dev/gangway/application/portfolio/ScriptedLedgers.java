package dev.gangway.application.portfolio;

import dev.gangway.application.ledger.LedgerFilter;
import dev.gangway.application.ledger.LedgerPage;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.ledger.TradedPair;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One ledger for every scope, which counts how often and how many at once read it. */
final class ScriptedLedgers implements Ledgers {
    private static final SourceId SOURCE = new SourceId("src_00000000000000000000000001");

    private final AtomicInteger readings = new AtomicInteger();
    private final AtomicInteger reading = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile List<LedgerEntry> entries = List.of();
    private volatile Runnable beforeReading = () -> {};

    /** Adds a trade: {@code received} for {@code sent}, each such as {@code 0.5 BTC}. */
    ScriptedLedgers trade(String received, String sent) {
        return add(TransactionKind.TRADE, amount(received), amount(sent));
    }

    /** Adds a deposit. */
    ScriptedLedgers deposit(String received) {
        return add(TransactionKind.DEPOSIT, amount(received), null);
    }

    private ScriptedLedgers add(TransactionKind kind, Amount received, @Nullable Amount sent) {
        List<LedgerEntry> all = new ArrayList<>(entries);
        Instant at = Instant.EPOCH.plusSeconds(all.size());
        all.add(new LedgerEntry(SOURCE, "t" + all.size(), kind, at, received, sent, null));
        entries = List.copyOf(all);
        return this;
    }

    private static Amount amount(String text) {
        String[] parts = text.split(" ");
        return new Amount(new AssetCode(parts[1]), new BigDecimal(parts[0]));
    }

    /** What happens when a reading begins. */
    void beforeReading(Runnable action) {
        beforeReading = action;
    }

    int readings() {
        return readings.get();
    }

    int mostAtOnce() {
        return mostAtOnce.get();
    }

    @Override
    public LedgerState state(LedgerScope scope) {
        List<LedgerEntry> now = entries;
        Instant first = now.isEmpty() ? null : now.get(0).occurredAt();
        return new LedgerState("v" + now.size(), 1, now.size(), 0, first, null, List.of());
    }

    @Override
    public void read(LedgerScope scope, Consumer<LedgerEntry> each) {
        readings.incrementAndGet();
        mostAtOnce.accumulateAndGet(reading.incrementAndGet(), Math::max);
        try {
            beforeReading.run();
            entries.forEach(each);
        } finally {
            reading.decrementAndGet();
        }
    }

    @Override
    public void read(LedgerScope scope, Set<TransactionKind> kinds, Consumer<LedgerEntry> each) {
        read(scope, entry -> {
            if (kinds.contains(entry.kind())) {
                each.accept(entry);
            }
        });
    }

    @Override
    public List<TradedPair> pairs(LedgerScope scope) {
        List<TradedPair> pairs = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            Amount sent = entry.sent();
            Amount received = entry.received();
            if (sent != null && received != null) {
                pairs.add(new TradedPair(sent.asset(), received.asset(), 1));
            }
        }
        return pairs;
    }

    @Override
    public LedgerPage page(LedgerScope scope, LedgerFilter filter, LedgerPage.@Nullable Position after, int size) {
        throw new UnsupportedOperationException("nobody here reads pages");
    }
}
