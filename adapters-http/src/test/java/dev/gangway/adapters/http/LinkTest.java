package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.support.Browser;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.application.testkit.fixture.Race;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The redirect link: who lands, who only looks, and what a dead one says (contract, "The redirect URL"). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LinkTest {
    private Site site;
    private int users;
    private String email;
    private String link;

    @BeforeAll
    void open() {
        site = Site.open();
    }

    @BeforeEach
    void issue() {
        email = "jordan" + ++users + "@example.com";
        link = site.link(email);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void aNavigationLandsSignedIn() {
        Browser browser = new Browser(site);

        Reply landed = browser.navigate(link);

        assertThat(landed.status()).isEqualTo(303);
        assertThat(landed.header("Location")).isEqualTo("/report");
        assertThat(landed.text()).isEmpty();
        assertThat(landed.headers("Set-Cookie").get(0))
                .startsWith("gangway_session=")
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/")
                .doesNotContain("Secure");
        assertThat(browser.navigate("/report").text()).contains(email, "Jordan");
        assertThat(browser.signedInAs()).startsWith("usr_");
    }

    @ParameterizedTest
    @CsvSource({
        "cors, document, , ",
        "navigate, iframe, , ",
        "navigate, , , ",
        ", document, , ",
        ", , , ",
        "navigate, document, prefetch, ",
        "navigate, document, prefetch;prerender, ",
        "navigate, document, '', ",
        "navigate, document, , prefetch",
        "navigate, document, , ''",
        "Navigate, document, , "
    })
    void whateverIsNotANavigationOnlyLooks(String mode, String destination, String secPurpose, String purpose) {
        Browser scanner = new Browser(site);

        Reply looked = scanner.get(
                link,
                "Sec-Fetch-Mode",
                mode,
                "Sec-Fetch-Dest",
                destination,
                "Sec-Purpose",
                secPurpose,
                "Purpose",
                purpose);

        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.text()).contains("Continue", "SixpenceX").doesNotContain(email);
        assertThat(looked.cookie("gangway_session")).isNull();
        assertThat(looked.headers("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("gangway_form=")
                .contains("HttpOnly", "SameSite=Lax");
        assertThat(new Browser(site).navigate(link).status())
                .as("it was not used")
                .isEqualTo(303);
    }

    @Test
    void headNeverConsumesAndSetsNoCookie() {
        Reply head = site.send("HEAD", link, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.headers("Set-Cookie")).isEmpty();
        assertThat(head.text()).isEmpty();
        assertThat(new Browser(site).navigate(link).status()).isEqualTo(303);
    }

    @Test
    void afterTenMinutesANavigationMustBeConfirmed() {
        site.world().clock().advance(Duration.ofMinutes(10));
        Browser browser = new Browser(site);

        Reply page = browser.navigate(link);
        Reply landed = browser.submit(link, page);

        assertThat(page.status()).isEqualTo(200);
        assertThat(landed.status()).isEqualTo(303);
        assertThat(landed.cookie("gangway_session")).isNotEmpty();
        assertThat(landed.cookie("gangway_form")).as("cleared").isEmpty();
    }

    @Test
    void aPostWithoutThePagesTokenChangesNothing() {
        Browser browser = new Browser(site);
        Reply page = browser.get(link);
        String token = page.formToken();
        String cookie = "gangway_form=" + page.cookie("gangway_form");
        Reply other = new Browser(site).get(site.link("other" + users + "@example.com"));

        List<Reply> refused = List.of(
                site.form(link, ""),
                site.form(link, "form_token=" + token),
                site.form(link, "", "Cookie", cookie),
                site.form(link, "form_token=", "Cookie", cookie),
                site.form(link, "form_token=" + token + "x", "Cookie", cookie),
                site.form(link, "form_token=" + token, "Cookie", cookie + "x"),
                site.form(link, "form_token=" + token + "&form_token=" + token, "Cookie", cookie),
                site.form(link, "form_token=" + token, "Cookie", cookie + "; " + cookie),
                site.form(link, "form_token=" + token, "Cookie", cookie, "Sec-Fetch-Site", "cross-site"),
                site.form(link, "form_token=" + token, "Cookie", cookie, "Origin", "https://evil.example"),
                site.form(
                        link,
                        "form_token=" + other.formToken(),
                        "Cookie",
                        "gangway_form=" + other.cookie("gangway_form")));

        assertThat(refused).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.code()).isEqualTo("INVALID_FORM_TOKEN");
            assertThat(reply.headers("Set-Cookie")).isEmpty();
        });
        assertThat(site.form(link, "form_token=" + token, "Cookie", cookie, "Origin", "null")
                        .status())
                .as("our own pages post with Origin: null")
                .isEqualTo(303);
    }

    @Test
    void ofAllSimultaneousRedemptionsOneSignsIn() {
        Browser browser = new Browser(site);
        Reply page = browser.get(link);
        String token = page.formToken();
        String cookie = "gangway_form=" + page.cookie("gangway_form");

        List<Reply> replies = Race.amongAll(racer -> racer % 2 == 0
                ? new Browser(site).navigate(link)
                : site.form(link, "form_token=" + token, "Cookie", cookie));

        assertThat(replies).filteredOn(reply -> reply.status() == 303).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 410)
                .hasSize(Race.RACERS - 1)
                .allSatisfy(reply -> {
                    assertThat(reply.headers("Set-Cookie")).isEmpty();
                    assertThat(reply.text()).contains("This link has been used");
                });
    }

    @Test
    void aUsedLinkLeadsItsOwnUserToTheReport() {
        Browser browser = new Browser(site);
        browser.navigate(link);

        assertThat(browser.navigate(link).header("Location")).isEqualTo("/report");
        assertThat(new Browser(site).navigate(link).status()).isEqualTo(410);
    }

    @Test
    void aDeadLinkSaysWhyAndShowsTheWayBack() {
        String newer = site.link(email);
        Reply superseded = new Browser(site).navigate(link);
        site.world().clock().advance(Duration.ofDays(31));
        Reply expired = new Browser(site).navigate(newer);

        assertThat(superseded.status()).isEqualTo(410);
        assertThat(superseded.text())
                .contains("A newer link has replaced this one", "https://sixpence.example/portfolio", "SixpenceX");
        assertThat(expired.status()).isEqualTo(410);
        assertThat(expired.text()).contains("This link has expired");
    }

    @ParameterizedTest
    @CsvSource({"x", "a.b.c", "%65yJ", "a%20b", "a;b", "{0}=", "{0}%2E", "{0}.", ".{0}"})
    void forgedAndRespelledLinksLookAlike(String template) {
        String forged = "/r/" + template.replace("{0}", link.substring(3));

        Reply reply = new Browser(site).navigate(forged);
        Reply posted = site.form(forged, "form_token=x");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).contains("This link is not valid").doesNotContain("SixpenceX");
        assertThat(posted.status()).isEqualTo(404);
        assertThat(new Browser(site).navigate(link).status()).isEqualTo(303);
    }

    @Test
    void somebodyElseSignedInIsAskedFirst() {
        Browser browser = new Browser(site);
        String somebody = "first" + users + "@example.com";
        browser.navigate(site.link(somebody));
        String before = browser.signedInAs();

        Reply asked = browser.navigate(link);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text())
                .contains("This link is for another person", somebody)
                .doesNotContain(email);
        assertThat(browser.signedInAs()).isEqualTo(before);

        Reply switched = browser.submit(link, asked);
        assertThat(switched.status()).isEqualTo(303);
        assertThat(browser.signedInAs()).isNotEqualTo(before);
    }

    @Test
    void aContinuePageOpenedBeforeSomebodySignedInDoesNotSwitchUnasked() {
        Browser browser = new Browser(site);
        Reply page = browser.get(link);
        String somebody = "first" + users + "@example.com";
        browser.navigate(site.link(somebody));
        String before = browser.signedInAs();
        browser.remember("gangway_form", page.cookie("gangway_form"));

        Reply asked = browser.submit(link, page);

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("This link is for another person");
        assertThat(browser.signedInAs()).isEqualTo(before);
    }

    @Test
    void theSameUserSignedInConsumesAsUsual() {
        Browser browser = new Browser(site);
        browser.navigate(link);
        String session = browser.cookie("gangway_session");

        Reply again = browser.navigate(site.link(email));

        assertThat(again.status()).isEqualTo(303);
        assertThat(browser.cookie("gangway_session")).as("a fresh session").isNotEqualTo(session);
        assertThat(site.get("/api/v1/session", "Cookie", "gangway_session=" + session)
                        .status())
                .as("the old one is over")
                .isEqualTo(401);
    }

    @Test
    void onHttpsCookiesAreHostOnlyAndSecure() {
        HttpSettings https = HttpSettings.of("127.0.0.1", 0, "https://gangway.test", "Gangway");
        try (Site secure = Site.open(
                site.world(), https, site.world().useCases(), List.of(), (route, method, status, nanos) -> {})) {
            Reply page = secure.get(link);
            Reply landed = secure.get(link, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");

            assertThat(page.headers("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .startsWith("__Host-gangway_form=")
                    .contains("; Secure", "; Path=/")
                    .doesNotContain("Domain");
            assertThat(landed.headers("Set-Cookie").get(0))
                    .startsWith("__Host-gangway_session=")
                    .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/");
            assertThat(landed.header("Strict-Transport-Security")).startsWith("max-age=");
            assertThat(landed.header("Cache-Control")).isEqualTo("no-store");
        }
    }
}
