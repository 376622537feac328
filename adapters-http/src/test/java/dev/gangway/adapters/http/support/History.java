package dev.gangway.adapters.http.support;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Transactions in few words. */
public final class History {
    private History() {}

    /** One thing for another: {@code trade("T1", "2026-03-12T14:05:09Z", "0.5 BTC", "1000 ZAR")}. */
    public static LedgerTransaction trade(String id, String at, String received, String sent) {
        return transaction(id, TransactionKind.TRADE, at, received, sent);
    }

    /** Something that came in. */
    public static LedgerTransaction deposit(String id, String at, String received) {
        return transaction(id, TransactionKind.DEPOSIT, at, received, null);
    }

    /** Something that went out. */
    public static LedgerTransaction withdrawal(String id, String at, String sent) {
        return transaction(id, TransactionKind.WITHDRAWAL, at, null, sent);
    }

    /** What nobody understands. */
    public static LedgerTransaction unclassified(String id, String at) {
        return transaction(id, TransactionKind.UNCLASSIFIED, at, null, null);
    }

    private static LedgerTransaction transaction(
            String id, TransactionKind kind, String at, @Nullable String received, @Nullable String sent) {
        return new LedgerTransaction(id, kind, Instant.parse(at), amount(received), amount(sent), null, "{}", 1);
    }

    private static @Nullable Amount amount(@Nullable String written) {
        if (written == null) {
            return null;
        }
        List<String> parts = List.of(written.split(" ", 2));
        return new Amount(new AssetCode(parts.get(1)), new BigDecimal(parts.get(0)));
    }
}
