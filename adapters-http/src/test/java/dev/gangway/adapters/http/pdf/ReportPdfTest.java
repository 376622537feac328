package dev.gangway.adapters.http.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.page.GainsView;
import dev.gangway.adapters.http.page.GainsView.YearRow;
import dev.gangway.adapters.http.page.HoldingRow;
import dev.gangway.adapters.http.page.HoldingsView;
import dev.gangway.adapters.http.page.SourceRow;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** A printed report has an end, and room for every text. */
final class ReportPdfTest {
    private static final int MOST_PAGES = 120;

    @Test
    void whatTheFontLacksIsAQuestionMarkAndWhatTurnsTextIsLeftOut() throws IOException {
        assertThat(text(report("ß€ Ж \uD83D\uDE00 \u202Eabc 字", 1)))
                .contains("ß€ Ж ? abc ?")
                .doesNotContain("\u202E");
    }

    @Test
    void theLongestTextsAreBroken() throws IOException {
        String widest = "1234567890".repeat(4) + "." + "123456".repeat(6) + " " + "W".repeat(64);

        assertThat(text(report(widest, 2)).replaceAll("\\s", "")).contains("W".repeat(40));
    }

    @Test
    void theLargestReportEnds() throws IOException {
        PrintedReport largest = report("1 234 567.89 ZAR", 1_000);

        try (PDDocument document = Loader.loadPDF(ReportPdf.of(largest))) {
            assertThat(document.getNumberOfPages()).isBetween(5, MOST_PAGES);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(document)).contains("Page 2 of " + document.getNumberOfPages());
        }
        assertThat(text(largest)).contains("and 800 more");
    }

    private static String text(PrintedReport report) throws IOException {
        try (PDDocument document = Loader.loadPDF(ReportPdf.of(report))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static PrintedReport report(String text, int rows) {
        return new PrintedReport(
                text,
                text,
                text,
                text,
                Collections.nCopies(rows, new SourceRow(text, null, SourceRow.State.UP_TO_DATE, 1, null, null)),
                new HoldingsView(
                        Collections.nCopies(Math.min(200, rows), new HoldingRow(text, text, text, text, false)),
                        Math.max(0, rows - 200),
                        List.of(),
                        text,
                        "v1",
                        null),
                new GainsView(
                        List.of(),
                        List.of(),
                        text,
                        text,
                        Collections.nCopies(
                                rows, new YearRow("2025", text, "/x", text, "1", text, text, text, true, text)),
                        text,
                        null,
                        "/x",
                        "/x"));
    }
}
