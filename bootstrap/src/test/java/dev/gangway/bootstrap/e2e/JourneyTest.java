package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person sees: from the exchange's portfolio to the report and out again. */
class JourneyTest {
    @ParameterizedTest
    @EnumSource
    void oneButtonLeadsFromTheExchangeToAReportThatFillsWhileOneWatches(TestDatabase database) {
        try (Town town = Town.withoutWorkers(database);
                Surfer jordan = Surfer.withJavaScript()) {
            Page page = jordan.page();
            jordan.open(town.at("/demo"));
            assertThat(page.title()).isEqualTo("Portfolio · SixpenceX");
            Eyes.inspect(page, "sixpence-portfolio");

            page.getByText("Show me the call and wait").click();
            jordan.press("Get your tax report");
            assertThat(page.locator("pre").first().innerText())
                    .contains("POST /api/v1/partner/register", "\"email\": \"jordan.mensah@example.com\"");
            assertThat(page.locator("pre").last().innerText()).contains("HTTP/1.1 201", "\"status\": \"processing\"");
            assertThat(page.content())
                    .doesNotContain(town.access().partnerToken(), town.access().apiSecret());
            Eyes.inspect(page, "sixpence-call");

            Locator onward = page.getByText("Continue to your tax report");
            URI link = URI.create(onward.getAttribute("href"));
            jordan.documents();
            onward.click();
            page.waitForURL(town.at("/report").toString());
            assertThat(jordan.documents()).containsExactly("303 " + link.getPath(), "200 /report");
            assertThat(jordan.heading()).isEqualTo("Welcome, Jordan");
            assertThat(page.getByText("Signed in as jordan.mensah@example.com").count())
                    .isEqualTo(1);
            assertThat(page.locator(".pill").innerText()).isEqualTo("Importing…");
            assertOneGoodCookie(jordan.cookies());
            Eyes.inspect(page, "report-importing");

            page.evaluate("window.stillThisPage = true");
            town.letWorkersIn();
            upToDate(page);
            assertThat(page.evaluate("window.stillThisPage")).isEqualTo(true);
            assertThat(page.locator(".source-foot").innerText()).contains("420 transactions");
            assertThat(page.locator("[data-said]").textContent()).isNotBlank();
            assertThat(page.locator(".ledger tbody tr").count()).isPositive();
            Eyes.inspect(page, "report-populated");

            jordan.press("Sign out");
            page.waitForURL(town.at("/signed-out").toString());
            assertThat(jordan.heading()).isEqualTo("You are signed out");
            assertThat(jordan.cookies()).isEmpty();
            Eyes.inspect(page, "signed-out");

            assertThat(jordan.open(link).status()).isEqualTo(410);
            assertThat(jordan.heading()).isEqualTo("This link has been used");
            assertThat(jordan.cookies()).isEmpty();
            Eyes.inspect(page, "link-used");
            page.getByText("Back to SixpenceX").click();
            assertThat(page.title()).isEqualTo("Portfolio · SixpenceX");
            jordan.assertUndisturbed(town.access().baseUrl(), town.access().exchangeBaseUrl());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameWithoutJavaScript(TestDatabase database) {
        try (Town town = Town.withoutWorkers(database);
                Surfer jordan = Surfer.withoutJavaScript()) {
            Page page = jordan.page();
            jordan.open(town.at("/demo"));
            jordan.press("Get your tax report");
            // the page goes on by itself
            page.waitForURL(town.at("/report").toString());
            assertThat(page.locator(".pill").innerText()).isEqualTo("Importing…");

            town.letWorkersIn();
            upToDate(page);
            assertThat(page.locator(".source-foot").innerText()).contains("420 transactions");

            jordan.press("Sign out");
            page.waitForURL(town.at("/signed-out").toString());
            assertThat(jordan.cookies()).isEmpty();
            jordan.assertUndisturbed(town.access().baseUrl(), town.access().exchangeBaseUrl());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatTheExchangeRefusesIsToldWhereItsOwnerLooks(TestDatabase database) {
        try (Town town = Town.on(database);
                Surfer jordan = Surfer.withJavaScript()) {
            Page page = jordan.page();
            jordan.open(town.at("/demo"));
            page.getByText("Show me the call and wait").click();
            jordan.press("with a key that the exchange refuses");
            page.getByText("Continue to your tax report").click();
            page.waitForURL(town.at("/report").toString());
            PlaywrightAssertions.assertThat(page.locator(".pill")).hasText("Key refused", patiently());
            assertThat(page.locator(".advice").innerText()).contains("SIXPENCE refused the key.");
            assertThat(page.getByText("Go to SixpenceX").count()).isEqualTo(1);
            Eyes.inspect(page, "report-key-refused");
            jordan.assertUndisturbed(town.access().baseUrl(), town.access().exchangeBaseUrl());
        }
    }

    @Test
    void whoIsSignedOutElsewhereIsToldWithoutAsking() {
        try (Town town = Town.withoutWorkers(TestDatabase.H2);
                Surfer jordan = Surfer.withJavaScript();
                Store store = town.store()) {
            jordan.open(town.till().register("ends@example.com", town.key()).link());
            assertThat(jordan.heading()).isEqualTo("Welcome");
            store.change("delete from sessions");
            PlaywrightAssertions.assertThat(jordan.page().locator("h1")).hasText("You are not signed in", patiently());
        }
    }

    private static void upToDate(Page page) {
        PlaywrightAssertions.assertThat(page.locator(".pill")).hasText("Up to date", patiently());
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(Surfer.PATIENCE);
    }

    private static void assertOneGoodCookie(List<Cookie> cookies) {
        assertThat(cookies).singleElement().satisfies(cookie -> {
            assertThat(cookie.name).isEqualTo("gangway_session");
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
            assertThat(cookie.path).isEqualTo("/");
            assertThat(cookie.expires).as("only until the browser closes").isEqualTo(-1);
        });
    }
}
