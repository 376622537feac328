package dev.gangway.adapters.http;

import static dev.gangway.adapters.http.support.History.deposit;
import static dev.gangway.adapters.http.support.History.trade;
import static dev.gangway.adapters.http.support.History.unclassified;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.support.Browser;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.Sources;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.SourceId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger, page by page and as a file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LedgerPageTest {
    private static final Pattern OLDER = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"");
    private static final Pattern ROW = Pattern.compile("<tr role=\"row\">\\s*<td");

    private Site site;
    private Browser jordan;
    private SourceId source;

    @BeforeAll
    void open() {
        site = Site.open();
        jordan = new Browser(site);
        jordan.navigate(site.link("jordan@example.com"));
        Sources sources = new Sources(site.world());
        source = sources.only(jordan).id();
        List<LedgerTransaction> history = new ArrayList<>();
        IntStream.range(0, 118)
                .mapToObj(i -> deposit("D%03d".formatted(i), "2025-01-01T00:%02d:00Z".formatted(i % 60), "1 ZAR"))
                .forEach(history::add);
        history.add(trade("T1", "2026-03-12T14:05:09Z", "0.5 BTC", "1000 ZAR"));
        history.add(unclassified("=U1", "2026-03-13T00:00:00Z"));
        sources.populate(source, history);

        Browser stranger = new Browser(site);
        stranger.navigate(site.link("stranger@example.com"));
        sources.populate(sources.only(stranger).id(), List.of(deposit("SECRET", "2026-01-01T00:00:00Z", "77 XMR")));
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void pagesOfFiftyLeadToTheEndAndShowEverythingOnce() {
        Reply page = jordan.navigate("/report/ledger");
        assertThat(page.text()).contains("120 transactions from 1 source").doesNotContain("XMR");
        assertThat(page.text().indexOf("Kept as the exchange sent it"))
                .isLessThan(page.text().indexOf("Bought 0.5"));

        List<Integer> rows = new ArrayList<>();
        String next = "/report/ledger";
        while (next != null) {
            page = jordan.navigate(next);
            assertThat(page.status()).isEqualTo(200);
            rows.add((int) ROW.matcher(page.text()).results().count());
            Matcher older = OLDER.matcher(page.text());
            next = older.find() ? older.group(1).replace("&amp;", "&") : null;
        }
        assertThat(rows).containsExactly(50, 50, 20);
        assertThat(page.text()).contains(">Latest</a>");
    }

    @Test
    void whatNobodyUnderstandsIsCountedMarkedAndKept() {
        String all = jordan.navigate("/report/ledger").text();
        String only = jordan.navigate("/report/ledger?kind=unclassified").text();

        assertThat(all).contains("one record that we do not understand yet", "Not understood yet", "kind unknown");
        assertThat(ROW.matcher(only).results()).hasSize(1);
    }

    @Test
    void everyFieldNarrowsAndAnOpenOneDoesNot() {
        assertThat(rows("?source=&kind=&asset=&from=&to=")).isEqualTo(50);
        assertThat(rows("?kind=trade")).isEqualTo(1);
        assertThat(rows("?asset=btc")).isEqualTo(1);
        assertThat(rows("?asset=XMR")).isZero();
        assertThat(rows("?from=2026-03-12&to=2026-03-12")).isEqualTo(1);
        assertThat(rows("?from=2026-03-12")).isEqualTo(2);
        assertThat(rows("?to=2025-01-01&kind=trade")).isZero();
        assertThat(rows("?source=" + source)).isEqualTo(50);
        assertThat(jordan.navigate("/report/ledger?asset=XMR").text()).contains("No transaction is like that");
        assertThat(jordan.navigate("/report/ledger?asset=ZAR&from=2025-01-01").text())
                .contains("asset=ZAR&amp;from=2025-01-01&amp;after=", "ledger.csv?asset=ZAR&amp;from=2025-01-01\"");
    }

    @Test
    void anothersSourceHoldsNothing() {
        Browser stranger = new Browser(site);
        stranger.navigate(site.link("stranger@example.com"));

        assertThat(stranger.navigate("/report/ledger?source=" + source).text()).contains("No transaction is like that");
        assertThat(stranger.get("/report/ledger.csv?source=" + source).text().lines())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=trades",
                "source=src_1",
                "asset=A%00B",
                "asset=A+B",
                "from=2026-13-01",
                "from=12.03.2026",
                "to=%2B999999999-01-01",
                "from=-0001-01-01",
                "kind=trade&kind=deposit",
                "after=x",
                "after=%00",
                "after=&after=x"
            })
    void whatMakesNoSenseIsRefused(String query) {
        Reply page = jordan.navigate("/report/ledger?" + query);
        Reply file = jordan.get("/report/ledger.csv?" + query);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("In this page’s address");
        if (!query.startsWith("after")) {
            assertThat(file.code()).isEqualTo("VALIDATION_FAILED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01T00:00:00Z src_01HZA9F3K2WPS6T4VYXNK8B0Q2",
                "+1000000000-12-31T23:59:59Z src_01HZA9F3K2WPS6T4VYXNK8B0Q2 x",
                "2026-01-01T00:00:00Z src_01HZA9F3K2WPS6T4VYXNK8B0Q2 \0",
                "2026-01-01T00:00:00Z usr_1 x",
                "now src_01HZA9F3K2WPS6T4VYXNK8B0Q2 x"
            })
    void aPlaceThatCannotBeIsRefused(String place) {
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));

        assertThat(jordan.navigate("/report/ledger?after=" + cursor).status()).isEqualTo(400);
    }

    @Test
    void theFileHoldsAllOfItAndIsKeptByTheBrowser() {
        Reply file = jordan.get("/report/ledger.csv", "Accept", "text/csv");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv; charset=utf-8");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"gangway-ledger.csv\"");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        List<String> lines = file.text().lines().toList();
        assertThat(lines).hasSize(121);
        assertThat(lines.get(0)).startsWith("date,kind,received_quantity");
        assertThat(lines.get(1)).isEqualTo("2026-03-13T00:00:00Z,unclassified,,,,,,,'=U1,SIXPENCE," + source);
        assertThat(lines.get(2)).isEqualTo("2026-03-12T14:05:09Z,trade,0.5,BTC,1000,ZAR,,,T1,SIXPENCE," + source);
        assertThat(jordan.get("/report/ledger.csv?kind=trade").text().lines()).hasSize(2);
        assertThat(jordan.get("/report/ledger.csv", "Accept", "text/html").status())
                .isEqualTo(406);
    }

    @Test
    void nobodyIsSentToSignIn() {
        assertThat(site.get("/report/ledger", "Accept", "text/html").text()).contains("You are not signed in");
        assertThat(site.get("/report/ledger.csv").status()).isEqualTo(401);
    }

    private long rows(String query) {
        Reply page = jordan.navigate("/report/ledger" + query);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return ROW.matcher(page.text()).results().count();
    }
}
