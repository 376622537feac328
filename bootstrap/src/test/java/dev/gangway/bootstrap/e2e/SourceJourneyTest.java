package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.testkit.Condition;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person does about their sources: refresh one, give one a new key, upload a history, watch it arrive. */
class SourceJourneyTest {
    private static final String WITH_A_BAD_LINE = """
            date,kind,received_quantity,received_asset,sent_quantity,sent_asset,id
            2024-03-31,deposit,1000,ZAR,,,d-1
            2024-04-01 10:00,trade,"1,5",BTC,900,ZAR,t-1
            2024-04-02,reward,0.0000021,BTC,,,r-1
            """;

    private static final String READ_AGAIN = """
            select count(*) from sources where imported_at > timestamp with time zone '2025-01-01 00:00:00Z'""";

    private static Surfer surfer(boolean javaScript) {
        return javaScript ? Surfer.withJavaScript() : Surfer.withoutJavaScript();
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(Surfer.PATIENCE);
    }

    private static void awaitPill(Page page, String text) {
        PlaywrightAssertions.assertThat(page.locator(".pill").first()).hasText(text, patiently());
    }

    private static ApiKey refused() {
        return ApiKey.readOnly(new Random(404));
    }

    private static void choose(Surfer jordan, String name, byte[] content) {
        jordan.page().setInputFiles("#file", new FilePayload(name, "text/csv", content));
        jordan.press("Show what is in it");
    }

    private static void assertReportHas(Page page, String source, String transactions) {
        Locator row = page.locator(".source[data-status]", new Page.LocatorOptions().setHasText(source));
        PlaywrightAssertions.assertThat(row.locator(".source-foot")).containsText(transactions);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSourceIsRefreshedByItsButton(boolean javaScript) {
        try (Town town = Town.on(TestDatabase.H2);
                Surfer jordan = surfer(javaScript);
                Store store = town.store()) {
            Page page = jordan.page();
            jordan.open(town.till().register("jordan@example.com", town.key()).link());
            awaitPill(page, "Up to date");
            store.change("update sources set imported_at = timestamp with time zone '2024-01-01 00:00:00Z'");

            jordan.press("Refresh");
            Condition.await("it is read again", () -> store.number(READ_AGAIN) == 1);
            page.waitForURL(town.at("/report").toString());
            awaitPill(page, "Up to date");
            assertReportHas(page, "SIXPENCE", "420 transactions");
            assertThat(store.number("select count(*) from ledger_transactions")).isEqualTo(420);

            jordan.press("Refresh");
            assertThat(jordan.heading()).as("once a minute").isEqualTo("Too many requests");
            jordan.assertUndisturbed(town.access().baseUrl());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSourceWhoseKeyWasRefusedRecoversWithAnother(boolean javaScript) {
        try (Town town = Town.on(TestDatabase.H2);
                Surfer jordan = surfer(javaScript)) {
            Page page = jordan.page();
            jordan.open(town.till().register("jordan@example.com", refused()).link());
            awaitPill(page, "Key refused");
            assertThat(page.locator(".advice").innerText()).contains("replace the key here");

            page.getByText("Replace key").click();
            assertThat(jordan.heading()).isEqualTo("A new key for SixpenceX");
            if (javaScript) {
                Eyes.inspect(page, "key");
            }
            page.fill("#api_key", "too-short");
            page.fill("#api_secret", town.key().secret());
            jordan.press("Replace the key");
            assertThat(page.locator("#api_key-error").innerText()).contains("at least 10 characters");
            assertThat(page.content()).doesNotContain("too-short", town.key().secret());
            if (javaScript) {
                Eyes.inspect(page, "key-wrong");
            }
            page.fill("#api_key", town.key().key());
            page.fill("#api_secret", town.key().secret());
            jordan.press("Replace the key");

            page.waitForURL(town.at("/report").toString());
            awaitPill(page, "Up to date");
            assertReportHas(page, "SIXPENCE", "420 transactions");
            assertThat(page.locator(".advice").count()).isZero();
            jordan.assertUndisturbed(town.access().baseUrl());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFileIsLookedAtBeforeItIsAddedAndIsThereOnceHoweverOftenItIsAdded(boolean javaScript) {
        try (Town town = Town.on(TestDatabase.H2);
                Surfer jordan = surfer(javaScript);
                Store store = town.store()) {
            Page page = jordan.page();
            jordan.open(town.till().register("jordan@example.com", town.key()).link());
            awaitPill(page, "Up to date");
            for (int time = 1; time <= 2; time++) {
                long before = store.number("select count(*) from ledger_transactions");
                page.getByText("Upload a file").click();
                assertThat(jordan.heading()).isEqualTo("Upload a history");
                if (javaScript) {
                    Eyes.inspect(page, "upload");
                }
                choose(jordan, "history.csv", WITH_A_BAD_LINE.getBytes(StandardCharsets.UTF_8));
                assertThat(jordan.heading()).isEqualTo("2 transactions in this file");
                assertThat(page.locator(".bad-lines li").allInnerTexts())
                        .singleElement()
                        .satisfies(line -> assertThat(line).startsWith("Line 3").contains("received_quantity"));
                assertThat(store.number("select count(*) from ledger_transactions"))
                        .as("nothing is stored before it is confirmed")
                        .isEqualTo(before);
                if (javaScript) {
                    Eyes.inspect(page, "upload-preview");
                }
                jordan.press("Add only the 2 good lines");
                page.waitForURL(town.at("/report").toString());
                assertReportHas(page, "Uploaded file", "2 transactions");
                assertThat(page.locator(".source[data-status]").count()).isEqualTo(2);
            }
            assertThat(store.number("select count(*) from ledger_transactions")).isEqualTo(422);
            if (javaScript) {
                Eyes.inspect(page, "report-uploaded");
            }
            jordan.assertUndisturbed(town.access().baseUrl());
        }
    }

    @Test
    void aFileThatIsNotUnderstoodOrTooLargeIsAnsweredOnThePage() {
        try (Town town = Town.withoutWorkers(TestDatabase.H2);
                Surfer jordan = Surfer.withoutJavaScript()) {
            Page page = jordan.page();
            jordan.open(town.till().register("jordan@example.com", town.key()).link());
            jordan.open(town.at("/report/upload"));
            choose(jordan, "other.csv", "when;what\n1;2\n".getBytes(StandardCharsets.UTF_8));
            assertThat(page.locator(".notice.bad").innerText()).startsWith("Nothing was stored.");

            byte[] large = new byte[45 * 1024 * 1024];
            Arrays.fill(large, (byte) 'x');
            jordan.documents();
            choose(jordan, "large.csv", large);
            assertThat(jordan.documents()).containsExactly("413 /report/upload");
            assertThat(page.locator(".notice.bad").innerText()).contains("at most 20 MiB");

            choose(jordan, "all-bad.csv", "date,kind\nx,y\n".getBytes(StandardCharsets.UTF_8));
            assertThat(jordan.heading()).isEqualTo("No transaction was understood");
            assertThat(page.locator("form[action^='/report/uploads/']").count()).isZero();
            jordan.assertUndisturbed(town.access().baseUrl());
        }
    }

    @Test
    void theBarFillsByWhatTheServerTellsAlone() {
        try (Town town = Town.withoutWorkers(TestDatabase.H2);
                Surfer jordan = Surfer.withJavaScript();
                Store store = town.store()) {
            Page page = jordan.page();
            ObjectNode handover = town.till().handover("jordan@example.com", town.key());
            ((ArrayNode) handover.get("api_credentials"))
                    .addObject()
                    .put("exchange_name", "SIXPENCE")
                    .put("api_key", refused().key())
                    .put("api_secret", refused().secret());
            page.route("**/report/status", route -> route.abort("aborted"));
            jordan.open(town.till().send(handover.toString()).link());
            Locator bar = page.locator("progress.arrival");
            assertThat(bar.getAttribute("value")).isEqualTo("0");
            assertThat(bar.getAttribute("max")).isEqualTo("2");
            Eyes.inspect(page, "report-importing-two");

            store.change("""
                    update sources set status = 'failed', failure = 'exchange_unreachable'
                    where id = (select min(id) from sources)""");
            PlaywrightAssertions.assertThat(bar)
                    .hasAttribute(
                            "value", "1", new LocatorAssertions.HasAttributeOptions().setTimeout(Surfer.PATIENCE));

            page.unroute("**/report/status");
            store.change("update sources set status = 'processing', failure = null where status = 'failed'");
            town.letWorkersIn();
            PlaywrightAssertions.assertThat(page.locator("[data-live]"))
                    .hasAttribute(
                            "data-live",
                            "done",
                            new LocatorAssertions.HasAttributeOptions().setTimeout(Surfer.PATIENCE));
            PlaywrightAssertions.assertThat(page.locator(".pill"))
                    .hasText(new Pattern[] {Pattern.compile("Key refused"), Pattern.compile("Up to date")});
            assertThat(bar.count()).isZero();
            jordan.assertUndisturbed(town.access().baseUrl());
        }
    }

    @Test
    void whereEventsDoNotComeThroughThePageAsks() {
        try (Town town = Town.withoutWorkers(TestDatabase.H2);
                Surfer jordan = Surfer.withJavaScript()) {
            Page page = jordan.page();
            page.route("**/report/events", SourceJourneyTest::keepBack);
            jordan.open(town.till().register("jordan@example.com", town.key()).link());
            page.evaluate("window.stillThisPage = true");
            town.letWorkersIn();
            awaitPill(page, "Up to date");
            assertThat(page.evaluate("window.stillThisPage")).isEqualTo(true);
            assertReportHas(page, "SIXPENCE", "420 transactions");
            jordan.assertUndisturbed(town.access().baseUrl());
        }
    }

    private static void keepBack(Route route) {
        route.abort("aborted");
    }
}
