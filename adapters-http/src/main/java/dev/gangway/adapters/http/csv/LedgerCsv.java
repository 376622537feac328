package dev.gangway.adapters.http.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a ledger line by line; see {@link LedgerColumn}. */
public final class LedgerCsv {
    private static final LedgerColumn[] COLUMNS = LedgerColumn.values();

    private LedgerCsv() {}

    /**
     * Writes the header and every entry, and leaves {@code out} open.
     *
     * @param exchanges the exchange of every source
     * @throws IOException what {@code out} throws
     */
    public static void write(Iterable<LedgerEntry> entries, Map<SourceId, ExchangeName> exchanges, OutputStream out)
            throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord(LedgerColumn.headers());
            for (LedgerEntry entry : entries) {
                csv.writeRecord(line(entry, exchanges.get(entry.source())));
            }
            csv.flush();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static String[] line(LedgerEntry entry, @Nullable ExchangeName exchange) {
        String[] line = new String[COLUMNS.length];
        for (int i = 0; i < COLUMNS.length; i++) {
            line[i] = cell(COLUMNS[i], entry, exchange);
        }
        return line;
    }

    private static String cell(LedgerColumn column, LedgerEntry entry, @Nullable ExchangeName exchange) {
        return switch (column) {
            case DATE -> entry.occurredAt().toString();
            case KIND -> entry.kind().apiName();
            case RECEIVED_QUANTITY -> quantity(entry.received());
            case RECEIVED_ASSET -> asset(entry.received());
            case SENT_QUANTITY -> quantity(entry.sent());
            case SENT_ASSET -> asset(entry.sent());
            case FEE_QUANTITY -> quantity(entry.fee());
            case FEE_ASSET -> asset(entry.fee());
            case ID -> CsvText.written(entry.externalId());
            case EXCHANGE -> exchange == null ? "" : CsvText.written(exchange.value());
            case SOURCE_ID -> entry.source().value();
        };
    }

    private static String quantity(@Nullable Amount amount) {
        return amount == null ? "" : amount.quantity().toPlainString();
    }

    private static String asset(@Nullable Amount amount) {
        return amount == null ? "" : CsvText.written(amount.asset().value());
    }
}
