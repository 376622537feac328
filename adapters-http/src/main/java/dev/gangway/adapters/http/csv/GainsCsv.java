package dev.gangway.adapters.http.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.gangway.application.portfolio.DownloadGains;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.portfolio.CostBasisMethod;
import dev.gangway.domain.portfolio.Disposal;
import dev.gangway.domain.portfolio.TaxYears;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes disposals line by line. */
public final class GainsCsv {
    /** More than any tax form asks for; what was divided has no end of its own. */
    private static final int PLACES = 18;

    private GainsCsv() {}

    /**
     * Writes the header and every disposal, and leaves {@code out} open.
     *
     * @throws IOException what {@code out} throws
     */
    public static void write(
            DownloadGains.Disposals disposals, TaxYears taxYears, CostBasisMethod method, OutputStream out)
            throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try {
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
            csv.writeRecord(
                    "tax_year",
                    "date",
                    "asset",
                    "quantity",
                    "acquired",
                    "proceeds",
                    "cost",
                    "gain",
                    "currency",
                    "method");
            disposals.read(disposal -> csv.writeRecord(line(disposal, taxYears, method)));
            csv.flush();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static String[] line(Disposal disposal, TaxYears taxYears, CostBasisMethod method) {
        AssetCode currency = disposal.currency();
        return new String[] {
            taxYears.at(disposal.at()).label(),
            disposal.at().toString(),
            CsvText.written(disposal.asset().value()),
            number(disposal.quantity()),
            disposal.acquiredAt() == null ? "" : disposal.acquiredAt().toString(),
            number(disposal.proceeds()),
            number(disposal.cost()),
            number(disposal.gain()),
            currency == null ? "" : CsvText.written(currency.value()),
            method.apiName()
        };
    }

    private static String number(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        BigDecimal near = number.scale() > PLACES ? number.setScale(PLACES, RoundingMode.HALF_EVEN) : number;
        return near.signum() == 0 ? "0" : near.stripTrailingZeros().toPlainString();
    }
}
