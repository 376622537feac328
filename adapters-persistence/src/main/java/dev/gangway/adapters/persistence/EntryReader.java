package dev.gangway.adapters.persistence;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of {@link LedgerRows#ENTRY_COLUMNS}, of which there may be a million: columns by their number, and what repeats
 * from row to row made once.
 */
final class EntryReader {
    private static final int MOST_KEPT = 10_000;
    private static final Map<String, TransactionKind> KINDS = Stream.of(TransactionKind.values())
            .collect(Collectors.toUnmodifiableMap(TransactionKind::apiName, kind -> kind));

    private final Map<String, AssetCode> assets = new HashMap<>();
    private @Nullable SourceId source;

    LedgerEntry read(ResultSet row) throws SQLException {
        return new LedgerEntry(
                source(row.getString(1)),
                row.getString(2),
                kind(row.getString(3)),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                amount(row, 5),
                amount(row, 7),
                amount(row, 9));
    }

    private static TransactionKind kind(String stored) {
        TransactionKind kind = KINDS.get(stored);
        if (kind == null) {
            throw new IllegalStateException("The ledger has a transaction of a kind that is not known: " + stored);
        }
        return kind;
    }

    private SourceId source(String id) {
        SourceId same = source;
        if (same == null || !same.value().equals(id)) {
            same = new SourceId(id);
            source = same;
        }
        return same;
    }

    /** The leg whose asset is in {@code column} and its quantity in the next. */
    private @Nullable Amount amount(ResultSet row, int column) throws SQLException {
        String code = row.getString(column);
        return code == null ? null : new Amount(asset(code), quantity(row.getString(column + 1)));
    }

    private AssetCode asset(String code) {
        AssetCode known = assets.get(code);
        if (known == null) {
            known = new AssetCode(code);
            if (assets.size() < MOST_KEPT) {
                assets.put(code, known);
            }
        }
        return known;
    }

    /** Databases write all 36 decimals; without the zeros most quantities fit a long, which is much the faster. */
    static BigDecimal quantity(String text) {
        if (text.indexOf('.') < 0 || text.indexOf('E') >= 0) {
            return new BigDecimal(text);
        }
        int end = text.length();
        while (text.charAt(end - 1) == '0') {
            end--;
        }
        return new BigDecimal(text.substring(0, text.charAt(end - 1) == '.' ? end - 1 : end));
    }
}
