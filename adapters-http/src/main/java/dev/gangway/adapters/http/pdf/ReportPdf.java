package dev.gangway.adapters.http.pdf;

import dev.gangway.adapters.http.page.Chart;
import dev.gangway.adapters.http.page.GainsView.YearRow;
import dev.gangway.adapters.http.page.HoldingRow;
import dev.gangway.adapters.http.page.SourceRow;
import dev.gangway.adapters.http.pdf.Sheet.Cell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Prints a report: sources, holdings, gains by tax year. */
public final class ReportPdf {
    private static final float TITLE = 20;
    private static final float HEADING = 13;

    /** Rows of a table beyond these are told by their number. */
    private static final int ROWS = 200;

    private static final float FIRST = Sheet.WIDTH * 0.31f;
    private static final float THIRD = Sheet.WIDTH * 0.23f;
    private static final float NARROW = Sheet.WIDTH * 0.12f;
    private static final float FOURTH = Sheet.WIDTH * 0.19f;

    private ReportPdf() {}

    /** The report as a document. */
    public static byte[] of(PrintedReport report) {
        try (PDDocument document = new PDDocument()) {
            describe(document, report);
            try (Sheet sheet = new Sheet(document)) {
                sheet.text("Your report", TITLE);
                sheet.text(report.email(), HEADING);
                sheet.text(report.summary(), Sheet.TEXT);
                sources(sheet, report.sources());
                holdings(sheet, report);
                gains(sheet, report);
                sheet.gap();
                sheet.text(
                        "Made by " + report.operator() + " from the history of your own accounts. It tells what that"
                                + " history amounts to; it is no tax advice.",
                        Sheet.TEXT);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void describe(PDDocument document, PrintedReport report) {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle("Report of " + report.email());
        information.setAuthor(report.operator());
        information.setCreator("Gangway");
        document.getDocumentCatalog().setLanguage("en");
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    private static void sources(Sheet sheet, List<SourceRow> sources) throws IOException {
        heading(sheet, "Sources");
        sheet.row(
                Cell.left("Exchange", FIRST),
                Cell.left("State", THIRD),
                Cell.right("Transactions", THIRD),
                Cell.right("Last sync (UTC)", THIRD));
        sheet.rule();
        for (SourceRow source : sources.subList(0, Math.min(ROWS, sources.size()))) {
            sheet.row(
                    Cell.left(source.exchange(), FIRST),
                    Cell.left(source.state().label(), THIRD),
                    Cell.right(source.transactionsInWords(), THIRD),
                    Cell.right(
                            source.lastSync() == null
                                    ? null
                                    : source.lastSync().date() + " "
                                            + source.lastSync().clock(),
                            THIRD));
        }
        more(sheet, sources.size() - ROWS);
    }

    private static void holdings(Sheet sheet, PrintedReport report) throws IOException {
        heading(sheet, "Holdings");
        if (report.holdings().empty()) {
            sheet.text("Nothing is held.", Sheet.TEXT);
            return;
        }
        sheet.row(
                Cell.left("Asset", FIRST),
                Cell.right("Quantity", THIRD),
                Cell.right("Average price", THIRD),
                Cell.right("Paid for it", THIRD));
        sheet.rule();
        for (HoldingRow row : report.holdings().rows()) {
            sheet.row(
                    Cell.left(row.asset(), FIRST),
                    Cell.right(row.quantity(), THIRD),
                    Cell.right(row.price(), THIRD),
                    Cell.right(row.cost(), THIRD));
        }
        more(sheet, report.holdings().hidden());
        for (Chart chart : report.holdings().charts()) {
            sheet.text("Paid for what is held, in " + chart.currency() + ": " + chart.total(), Sheet.TEXT);
        }
        String unpriced = report.holdings().unpriced();
        if (unpriced != null) {
            sheet.text("No average price. " + unpriced, Sheet.TEXT);
        }
    }

    private static void gains(Sheet sheet, PrintedReport report) throws IOException {
        heading(sheet, "Gains by tax year");
        sheet.text(
                report.method() + ". " + report.gains().explained() + " "
                        + report.gains().taxYear(),
                Sheet.TEXT);
        if (report.gains().empty()) {
            sheet.text("No gains and no losses.", Sheet.TEXT);
            return;
        }
        sheet.gap();
        sheet.row(
                Cell.left("Tax year", FIRST),
                Cell.right("Disposals", NARROW),
                Cell.right("Proceeds", FOURTH),
                Cell.right("Cost", FOURTH),
                Cell.right("Gain", FOURTH));
        sheet.rule();
        List<YearRow> rows = report.gains().rows();
        for (YearRow row : rows.subList(0, Math.min(ROWS, rows.size()))) {
            sheet.row(
                    Cell.left(
                            row.year() + " (" + row.period() + ")"
                                    + (row.unpriced() == null ? "" : ", " + row.unpriced()),
                            FIRST),
                    Cell.right(row.disposals(), NARROW),
                    Cell.right(row.proceeds(), FOURTH),
                    Cell.right(row.cost(), FOURTH),
                    Cell.right(row.gain(), FOURTH));
        }
        more(sheet, rows.size() - ROWS);
        String unpriced = report.gains().unpriced();
        if (unpriced != null) {
            sheet.text(unpriced, Sheet.TEXT);
        }
    }

    private static void heading(Sheet sheet, String text) throws IOException {
        sheet.gap();
        sheet.text(text, HEADING);
    }

    private static void more(Sheet sheet, int count) throws IOException {
        if (count > 0) {
            sheet.text("and " + count + " more, which the pages of the report show", Sheet.TEXT);
        }
    }
}
