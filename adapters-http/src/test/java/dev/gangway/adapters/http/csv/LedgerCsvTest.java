package dev.gangway.adapters.http.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A ledger as a file. */
final class LedgerCsvTest {
    private static final SourceId KRAKEN = new SourceId("src_01HZA9F3K2WPS6T4VYXNK8B0Q2");

    @Test
    void aTradeIsOneLineOfTheDocumentedColumns() throws IOException {
        String csv = written(entry(
                "T1",
                "2026-03-12T14:05:09Z",
                amount("0.01230", "BTC"),
                amount("12345.67", "ZAR"),
                amount("1e2", "ZAR")));

        assertThat(csv)
                .isEqualTo("date,kind,received_quantity,received_asset,sent_quantity,sent_asset,fee_quantity,"
                        + "fee_asset,id,exchange,source_id\r\n"
                        + "2026-03-12T14:05:09Z,trade,0.0123,BTC,12345.67,ZAR,100,ZAR,T1,KRAKEN," + KRAKEN + "\r\n");
    }

    @Test
    void whatIsNotThereIsEmptyAndATimeKeepsItsFractions() throws IOException {
        String csv = written(new LedgerEntry(
                KRAKEN,
                "x",
                TransactionKind.UNCLASSIFIED,
                Instant.parse("2026-03-12T14:05:09.123456Z"),
                null,
                null,
                null));

        assertThat(csv.lines().toList().get(1))
                .isEqualTo("2026-03-12T14:05:09.123456Z,unclassified,,,,,,,x,KRAKEN," + KRAKEN);
    }

    @Test
    void everyFigureIsPlainAndWhole() throws IOException {
        String widest = "1234567890".repeat(4) + "." + "123456".repeat(6);
        NamedCsvRecord line =
                read(written(entry("T1", "2026-03-12T14:05:09Z", amount(widest, "A"), amount("1e-36", "B"), null)));

        assertThat(line.getField("received_quantity")).isEqualTo(widest);
        assertThat(line.getField("sent_quantity")).isEqualTo("0." + "0".repeat(35) + "1");
    }

    @Test
    void hostileTextsStayInTheirCellsAndComeBack() throws IOException {
        for (String hostile : List.of("a,b", "a\"b\"", "=HYPERLINK(\"x\")", "@x", "'-1", "\u202Eabc", "ß€𝄞")) {
            NamedCsvRecord line = read(
                    written(entry(hostile, "2026-03-12T14:05:09Z", amount("1", hostile), amount("2", "ZAR"), null)));

            assertThat(line.getFieldCount()).as(hostile).isEqualTo(11);
            assertThat(CsvText.read(line.getField("id"))).isEqualTo(hostile);
            assertThat(CsvText.read(line.getField("received_asset"))).isEqualTo(hostile);
            assertThat(line.getField("id")).as(hostile).doesNotMatch("^[=+\\-@].*");
        }
    }

    @Test
    void aCallerThatIsGoneEndsIt() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> LedgerCsv.write(
                        List.of(entry("T1", "2026-03-12T14:05:09Z", amount("1", "A"), amount("1", "B"), null)),
                        Map.of(),
                        gone))
                .isInstanceOf(IOException.class);
    }

    private static NamedCsvRecord read(String csv) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
            return reader.stream().findFirst().orElseThrow();
        }
    }

    private static String written(LedgerEntry entry) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LedgerCsv.write(List.of(entry), Map.of(KRAKEN, new ExchangeName("KRAKEN")), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static LedgerEntry entry(String id, String at, Amount received, Amount sent, @Nullable Amount fee) {
        return new LedgerEntry(KRAKEN, id, TransactionKind.TRADE, Instant.parse(at), received, sent, fee);
    }

    private static Amount amount(String quantity, String asset) {
        return new Amount(new AssetCode(asset), new BigDecimal(quantity));
    }
}
