package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person finds behind the first page of the report. */
class ReportJourneyTest {
    /** {@code -Dgangway.long-history=1000000} is what the product promises; less is enough to see that it works. */
    private static final int LONG = Integer.getInteger("gangway.long-history", 30_000);

    /** No page is longer; files are. */
    private static final int PAGE = 1_000_000;

    private static final String MORE = """
            insert into ledger_transactions (source_id, external_id, user_id, kind, occurred_at,
                received_asset, received_quantity, sent_asset, sent_quantity, raw, mapper_version, stored_at)
            select s.id, 'long-' || g, s.user_id, 'trade', timestamp with time zone '2020-01-01 00:00:00Z' + g * interval '1 minute',
                case when g % 2 = 0 then 'A' || (g % 40) else 'ZAR' end, case when g % 2 = 0 then 2 else 1.5 + g % 7 end,
                case when g % 2 = 0 then 'ZAR' else 'A' || ((g - 1) % 40) end, case when g % 2 = 0 then 3 + g % 5 else 1 end,
                '{}', 1, now()
            from sources s, generate_series(1, ?) g""";

    @ParameterizedTest
    @EnumSource
    void everyPageLeadsToTheOthers(TestDatabase database) {
        try (Town town = Town.on(database);
                Surfer jordan = Surfer.withoutJavaScript()) {
            Page page = jordan.page();
            jordan.open(town.till().register("jordan@example.com", town.key()).link());
            awaitImport(jordan, town);

            assertThat(page.locator(".chart .bar").count()).isPositive();
            assertThat(page.locator("#holdings").count()).isEqualTo(1);

            page.getByText("Gains", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(jordan.heading()).isEqualTo("Gains by tax year");
            page.locator("select[name=method]").selectOption("hifo");
            jordan.press("Show");
            assertThat(page.url()).contains("method=hifo");
            page.locator("table a").first().click();
            assertThat(page.locator("#disposals").innerText()).startsWith("Disposals of 20");

            page.getByText("Ledger", new Page.GetByTextOptions().setExact(true)).click();
            page.locator("summary").click();
            page.locator("select[name=kind]").selectOption("deposit");
            jordan.press("Show");
            assertThat(page.locator(".ledger tbody tr").count()).isPositive();
            assertThat(page.locator(".ledger tbody").innerText()).doesNotContain("Bought");
            jordan.assertUndisturbed(town.access().baseUrl());
        }
    }

    @Test
    void everyPageIsForEverybody() {
        try (Town town = Town.on(TestDatabase.H2);
                Surfer jordan = Surfer.withJavaScript()) {
            Page page = jordan.page();
            jordan.open(town.till().register("jordan@example.com", town.key()).link());
            awaitImport(jordan, town);
            Eyes.inspect(page, "report-holdings");
            jordan.open(town.at("/report/holdings"));
            Eyes.inspect(page, "holdings");
            jordan.open(town.at("/report/gains?method=fifo"));
            page.locator("table a").first().click();
            Eyes.inspect(page, "gains");
            jordan.open(town.at("/report/ledger?kind=trade"));
            Eyes.inspect(page, "ledger");
            jordan.open(town.at("/report/ledger?asset=NONE"));
            Eyes.inspect(page, "ledger-none");
            jordan.assertUndisturbed(town.access().baseUrl());
        }
    }

    @Test
    void aLongHistoryShowsItsFirstPageAtOnceAndTheRestAfterIt() {
        try (Town town = Town.on(TestDatabase.POSTGRESQL);
                Surfer jordan = Surfer.withJavaScript();
                Store store = town.store()) {
            Page page = jordan.page();
            jordan.open(town.till().register("long@example.com", town.key()).link());
            awaitImport(jordan, town);
            long before = store.number("select sum(transaction_count) from sources");
            store.change(MORE, LONG);
            store.change("update sources set transaction_count = transaction_count + ?", LONG);
            store.change("analyze ledger_transactions");
            // counts what was put in past the product
            get(jordan, town, "/report/status");

            Timed first = get(jordan, town, "/report");
            assertThat(first.text()).contains("data-later=\"/report/holdings\"", "2\u202F");
            Timed ledger = get(jordan, town, "/report/ledger?kind=trade&asset=A2");
            Timed deep = get(jordan, town, "/report/ledger?to=2020-01-10");

            jordan.open(town.at("/report"));
            PlaywrightAssertions.assertThat(page.locator(".chart").first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(Surfer.PATIENCE));
            assertThat(page.locator("[data-later]").count()).isZero();
            assertThat(get(jordan, town, "/report").text()).as("known by now").doesNotContain("data-later");

            Timed gains = get(jordan, town, "/report/gains?method=fifo&year=2020");
            Timed hifo = get(jordan, town, "/report/gains?method=hifo");
            Timed again = get(jordan, town, "/report/gains?method=fifo&year=2020");
            Timed file = get(jordan, town, "/report/ledger.csv");
            Timed disposals = get(jordan, town, "/report/gains.csv?method=lifo");
            Timed print = get(jordan, town, "/report.pdf?method=fifo");

            assertThat(file.lines()).isEqualTo(1 + before + LONG);
            assertThat(disposals.lines()).isGreaterThan(LONG / 2);
            System.err.printf(
                    "long history of %,d: first page %s, ledger %s and %s, gains %s and %s, again %s, CSV %s and %s, PDF %s%n",
                    LONG, first, ledger, deep, gains, hifo, again, file, disposals, print);
            assertThat(first.took()).isLessThan(Duration.ofSeconds(2));
            assertThat(again.took()).isLessThan(Duration.ofSeconds(2));
        }
    }

    /**
     * An answer.
     *
     * @param text as far as it is a page
     */
    private record Timed(String text, long lines, Duration took) {
        @Override
        public String toString() {
            return took.toMillis() + " ms";
        }
    }

    private static Timed get(Surfer jordan, Town town, String path) {
        String cookies = jordan.cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        HttpRequest request = HttpRequest.newBuilder(town.at(path))
                .header("Cookie", cookies)
                .timeout(Duration.ofMinutes(2))
                .build();
        long start = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient();
                InputStream body = opened(client.send(request, HttpResponse.BodyHandlers.ofInputStream()))) {
            byte[] buffer = new byte[64 * 1024];
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            long lines = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                if (text.size() < PAGE) {
                    text.write(buffer, 0, read);
                }
            }
            return new Timed(text.toString(StandardCharsets.UTF_8), lines, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static InputStream opened(HttpResponse<InputStream> response) {
        assertThat(response.statusCode()).as(response.uri().getPath()).isEqualTo(200);
        return response.body();
    }

    private static void awaitImport(Surfer jordan, Town town) {
        Locator pill = jordan.page().locator(".pill");
        PlaywrightAssertions.assertThat(pill)
                .hasText("Up to date", new LocatorAssertions.HasTextOptions().setTimeout(Surfer.PATIENCE));
        jordan.open(town.at("/report"));
    }
}
