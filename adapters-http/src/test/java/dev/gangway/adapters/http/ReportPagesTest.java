package dev.gangway.adapters.http;

import static dev.gangway.adapters.http.support.History.deposit;
import static dev.gangway.adapters.http.support.History.trade;
import static dev.gangway.adapters.http.support.History.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.support.Browser;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.Sources;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holdings, gains by tax year, and both as files. The demo's users pay tax in South Africa. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReportPagesTest {
    private Site site;
    private Browser jordan;

    @BeforeAll
    void open() {
        site = Site.open();
        Sources sources = new Sources(site.world());
        Browser stranger = new Browser(site);
        stranger.navigate(site.link("stranger@example.com"));
        sources.populate(
                sources.only(stranger).id(),
                List.of(
                        trade("S1", "2022-01-01T00:00:00Z", "7 XMR", "70 ZAR"),
                        trade("S2", "2023-01-01T00:00:00Z", "90 ZAR", "7 XMR")));
        jordan = new Browser(site);
        jordan.navigate(site.link("jordan@example.com"));
        sources.populate(
                sources.only(jordan).id(),
                List.of(
                        trade("T1", "2022-01-01T00:00:00Z", "1 BTC", "1000 ZAR"),
                        trade("T2", "2022-02-01T00:00:00Z", "1 BTC", "4000 ZAR"),
                        trade("T3", "2022-03-01T00:00:00Z", "1 BTC", "2500 ZAR"),
                        trade("T4", "2023-02-28T23:59:59Z", "3000 ZAR", "1 BTC"),
                        deposit("D1", "2023-03-01T00:00:00Z", "5 ETH"),
                        withdrawal("W1", "2023-03-02T00:00:00Z", "2 ETH")));
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void theFirstPageShowsHoldingsWithAChartAndWhatHasNoPrice() {
        String page = jordan.navigate("/report").text();

        assertThat(page)
                .contains("id=\"holdings\"", "Average price", "<svg class=\"bar\"", "100.0")
                .contains("2\u00A0BTC", "2\u202F500.00\u00A0ZAR", "5\u202F000.00\u00A0ZAR")
                .contains("No average price.", "ETH: some of it came in without a price")
                .contains("href=\"/report/gains\"", "href=\"/report/ledger\"", "aria-current=\"page\">Overview")
                .doesNotContain("XMR", "data-later=");
        assertThat(page.indexOf("id=\"sources\"")).isLessThan(page.indexOf("id=\"holdings\""));
        assertThat(page.indexOf("id=\"holdings\"")).isLessThan(page.indexOf("id=\"transactions\""));
        assertThat(jordan.navigate("/report/holdings").text()).contains("2\u202F500.00\u00A0ZAR", "<h1>");
    }

    @Test
    void pricesWaitUntilTheFirstImportIsOver() {
        Browser newcomer = new Browser(site);
        newcomer.navigate(site.link("newcomer@example.com"));

        assertThat(newcomer.navigate("/report").text()).doesNotContain("Average price</th>");
        assertThat(newcomer.navigate("/report/holdings").text()).contains("Nothing is held");
    }

    @ParameterizedTest
    @CsvSource({"fifo, 2 000.00", "lifo, 500.00", "hifo, −1 000.00", "average, 500.00", "'', 2 000.00", "FIFO, 2 000.00"
    })
    void theMethodDecidesWhatWasGained(String method, String gain) {
        String page =
                jordan.navigate("/report/gains?method=" + method + "&year=").text();

        assertThat(page.replace('\u202F', ' ').replace('\u00A0', ' '))
                .contains(">2022/23</a>", "1 Mar 2022 – 28 Feb 2023", "<bdi>" + gain + " ZAR</bdi>")
                .contains(">2023/24</a>", "1 without a price", "One disposal is in no figure")
                .doesNotContain("XMR", "2021/22");
    }

    @Test
    void aYearListsItsDisposals() {
        for (String year : List.of("2022", "2022/23", "2022%2F23")) {
            String page =
                    jordan.navigate("/report/gains?method=lifo&year=" + year).text();
            assertThat(page)
                    .contains("Disposals of 2022/23", "1\u00A0BTC", "acquired <time datetime=\"2022-03-01T00:00:00Z\">")
                    .contains("/report/gains.csv?method=lifo&amp;year=2022");
        }
        assertThat(jordan.navigate("/report/gains?year=1999").text()).contains("Nothing was given away in that year");
    }

    @Test
    void everyDisposalIsALineOfTheFile() {
        Reply all = jordan.get("/report/gains.csv?method=hifo", "Accept", "text/csv");
        Reply year = jordan.get("/report/gains.csv?method=average&year=2022");

        assertThat(all.header("Content-Disposition")).isEqualTo("attachment; filename=\"gangway-gains-hifo.csv\"");
        assertThat(all.header("Cache-Control")).isEqualTo("no-store");
        assertThat(all.text().lines())
                .containsExactly(
                        "tax_year,date,asset,quantity,acquired,proceeds,cost,gain,currency,method",
                        "2022/23,2023-02-28T23:59:59Z,BTC,1,2022-02-01T00:00:00Z,3000,4000,-1000,ZAR,hifo",
                        "2023/24,2023-03-02T00:00:00Z,ETH,2,,,,,,hifo");
        assertThat(year.text().lines())
                .hasSize(2)
                .last()
                .isEqualTo("2022/23,2023-02-28T23:59:59Z,BTC,1,,3000,2500,500,ZAR,average");
    }

    @Test
    void theReportCanBePrinted() throws IOException {
        Reply file = jordan.get("/report.pdf?method=fifo");

        assertThat(file.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"gangway-report-fifo.pdf\"");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Report of jordan@example.com");
            assertThat(document.getDocumentInformation().getAuthor()).isEqualTo("Gangway");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getPages())
                    .extracting(PDPage::getMediaBox)
                    .allMatch(box -> box.getWidth() == PDRectangle.A4.getWidth());
            assertThat(new PDFTextStripper().getText(document).replace('\u00A0', ' '))
                    .contains("jordan@example.com", "SIXPENCE", "6 transactions from 1 source, the first of 1 Jan 2022")
                    .contains(
                            "BTC 2 BTC 2 500.00 ZAR 5 000.00 ZAR",
                            "FIFO: first in, first out",
                            "2022/23",
                            "2 000.00 ZAR")
                    .contains("Page 1 of 1")
                    .doesNotContain("XMR");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"method=best", "method=fifo&method=lifo", "year=now", "year=0000", "year=2022/24", "year=20222"})
    void whatMakesNoSenseIsRefused(String query) {
        assertThat(jordan.navigate("/report/gains?" + query).status()).isEqualTo(400);
        assertThat(jordan.get("/report/gains.csv?" + query).code()).isEqualTo("VALIDATION_FAILED");
        assertThat(jordan.get("/report.pdf?" + query).status()).isEqualTo(400);
    }

    @Test
    void nobodyGetsAnything() {
        for (String path : List.of("/report/holdings", "/report/gains", "/report/gains.csv", "/report.pdf")) {
            assertThat(site.get(path).status()).as(path).isEqualTo(401);
        }
    }
}
