package dev.gangway.adapters.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.adapters.http.page.DeadLinkView.Reason;
import dev.gangway.adapters.http.page.GainsView.ChosenYear;
import dev.gangway.adapters.http.page.GainsView.DisposalRow;
import dev.gangway.adapters.http.page.GainsView.YearRow;
import dev.gangway.adapters.http.page.ReportView.Total;
import dev.gangway.adapters.http.page.SourceRow.State;
import dev.gangway.adapters.http.page.TransactionRow.Direction;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a partner, a user or an exchange can put on a page stays text. */
class HostileTextTest {

    private static final String HOSTILE = "<script>alert(1)</script>\"' onload=x <img src=x onerror=y> &amp;";
    private static final String REVERSING = "a\u202Eb\u2067c";
    private static final Moment NOW = new Moment(HOSTILE, HOSTILE, HOSTILE);
    private static final PartnerLink BACK =
            new PartnerLink(HOSTILE, "https://partner.example/?q=\"><script>x</script>");

    static Stream<String> pages() {
        return pagesFullOf(HOSTILE, HOSTILE);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void opensNoTagAndLeavesNoAttribute(String html) {
        assertThat(html).contains("&lt;script&gt;alert(1)").doesNotContain("<script>", "<img", "</script>\"");
        assertThat(html).doesNotContainPattern("<[a-z]+\\s[^>]*\\bon(?:load|error)=");
        // What was escaped already is escaped once more, not trusted.
        assertThat(html).contains("&amp;amp;");
    }

    @Test
    void keepsTheDirectionOfForeignTextToItself() {
        assertThat(pagesFullOf(REVERSING, "Gangway"))
                .allSatisfy(html -> assertThat(
                                html.replaceAll("<bdi[^>]*>[^<]*</bdi>", "").replaceAll("<[^>]*>", ""))
                        .doesNotContain("\u202E", "\u2067"));
    }

    @Test
    void aWayBackIsAWebAddressOrNothing() {
        for (String url : List.of("javascript:alert(1)", "data:text/html,x", "//partner.example", " https://x", "")) {
            assertThatThrownBy(() -> new PartnerLink("SixpenceX", url))
                    .as(url)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aTileTakesOneWholeLetter() {
        assertThat(Words.monogram("sixpence")).isEqualTo("S");
        assertThat(Words.monogram("  <b>")).isEqualTo("B");
        assertThat(Words.monogram("\uD801\uDC28x")).isEqualTo("\uD801\uDC00");
        assertThat(Words.monogram("…")).isEqualTo("·");
    }

    private static Stream<String> pagesFullOf(String text, String operator) {
        Pages pages = Pages.of(Assets.load(), operator);
        PageFrame frame = PageFrame.signedIn(text, text);
        PartnerLink back = new PartnerLink(text, BACK.url());
        return Stream.of(
                pages.report(frame, report(text, back), Samples.sharing(text)),
                pages.continueHandoff(frame, new ContinueView("/r/" + text, text, text)),
                pages.switchUser(frame, new SwitchView("/r/" + text, text, text, text)),
                pages.deadLink(frame, new DeadLinkView(Reason.USED, back)),
                pages.error(frame, new ErrorView(500, "Oops", "Try again.", text)),
                pages.holdings(frame, holdings(text)),
                pages.gains(frame, gains(text)),
                pages.ledger(frame, ledger(text)),
                pages.replaceKey(frame, key(text)),
                pages.upload(frame, new UploadView(text, text)),
                pages.uploadPreview(frame, preview(text)),
                pages.home(frame),
                pages.notFound(frame),
                pages.signedOut());
    }

    private static KeyView key(String text) {
        KeyGuide guide = new KeyGuide(text, List.of("Click."), "Read.", "Trade.", "API key", "API secret");
        return new KeyView("/sources/" + text, text, text, guide, State.KEY_REFUSED, true, Map.of());
    }

    private static UploadPreviewView preview(String text) {
        return new UploadPreviewView(
                "/report/uploads/" + text,
                text,
                1,
                List.of("Trade: 1"),
                text,
                "1 Jan 2024 – 2 Jan 2024",
                List.of(new TransactionRow(NOW, Direction.TRADE, text, text, text, text, text, text)),
                List.of(new UploadPreviewView.BadLine("1", text)),
                0);
    }

    private static HoldingsView holdings(String text) {
        return new HoldingsView(
                List.of(new HoldingRow(text, text, text, text, true)),
                1,
                List.of(new Chart(text, text, List.of(new Chart.Bar(text, text, "1 %", "1%")))),
                text,
                "v1",
                null);
    }

    private static GainsView gains(String text) {
        Choice choice = new Choice("fifo", "FIFO", true);
        return new GainsView(
                List.of(choice),
                List.of(choice),
                "Explained.",
                text,
                List.of(new YearRow("2025", "2025", "/report/gains", text, "1", text, text, text, true, "1")),
                "Unpriced.",
                new ChosenYear(
                        "2025", "All 1", List.of(new DisposalRow(NOW, NOW, text, text, text, text, false)), "/x"),
                "/report/gains.csv",
                "/report.pdf");
    }

    private static LedgerView ledger(String text) {
        return new LedgerView(
                List.of(new Choice("src", "KRAKEN", false)),
                List.of(),
                List.of(text),
                text,
                text,
                text,
                true,
                "Some.",
                null,
                List.of(new TransactionRow(NOW, Direction.UNKNOWN, text, text, text, text, text, text)),
                new LedgerLinks("/x", "/x", "/x"));
    }

    private static ReportView report(String text, PartnerLink back) {
        return new ReportView(
                text,
                text,
                new DiscountNote(text, text),
                List.of(
                        new SourceRow(text, text, State.KEY_REFUSED, 1, NOW, back),
                        new SourceRow(text, text, State.UNREACHABLE, 1, NOW, back)),
                List.of(new Total("Assets", text, text)),
                holdings(text),
                List.of(new TransactionRow(NOW, Direction.TRADE, text, text, text, text, text, text)),
                1);
    }
}
