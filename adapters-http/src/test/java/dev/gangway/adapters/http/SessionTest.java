package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.support.Browser;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Being signed in, and ceasing to be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SessionTest {
    private Site site;
    private int users;
    private Browser browser;

    @BeforeAll
    void open() {
        site = Site.open();
    }

    @BeforeEach
    void signIn() {
        browser = new Browser(site);
        browser.navigate(site.link("signed-in-" + ++users + "@example.com"));
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void theReportAndItsFragmentAreTheUsersOwn() {
        Reply report = browser.navigate("/report");
        Reply fragment = browser.get("/report/status", "Accept", "text/html");

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.text()).contains("signed-in-" + users + "@example.com", "Importing", "SIXPENCE");
        assertThat(report.header("Cache-Control")).isEqualTo("no-store");
        assertThat(fragment.text()).startsWith("<div data-live=\"importing\"");
        assertThat(browser.navigate("/").text()).contains("Go to your report");
    }

    @Test
    void signingOutEndsTheSessionEverywhere() {
        String session = browser.cookie("gangway_session");
        Reply report = browser.navigate("/report");

        Reply out = browser.submit("/sign-out", report);

        assertThat(out.status()).isEqualTo(303);
        assertThat(out.header("Location")).isEqualTo("/signed-out");
        assertThat(out.headers("Set-Cookie")).singleElement().asString().contains("Max-Age=0", "HttpOnly", "Path=/");
        assertThat(browser.navigate("/signed-out").text()).contains("You are signed out");
        assertThat(site.get("/report", "Cookie", "gangway_session=" + session).status())
                .isEqualTo(401);
    }

    @Test
    void signingOutNeedsTheTokenOfThisSession() {
        Browser other = new Browser(site);
        other.navigate(site.link("other-" + users + "@example.com"));
        String foreign = other.navigate("/report").formToken();
        String token = browser.navigate("/report").formToken();
        String cookie = "gangway_session=" + browser.cookie("gangway_session");

        assertThat(site.form("/sign-out", "", "Cookie", cookie).code()).isEqualTo("INVALID_FORM_TOKEN");
        assertThat(site.form("/sign-out", "form_token=" + foreign, "Cookie", cookie)
                        .status())
                .isEqualTo(403);
        assertThat(site.form("/sign-out", "form_token=" + token, "Cookie", cookie, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(site.form("/sign-out", "form_token=" + token).status()).isEqualTo(401);
        assertThat(browser.signedInAs()).startsWith("usr_");
    }

    @Test
    void aSessionEndsByItself() {
        assertThat(browser.signedInAs()).startsWith("usr_");
        site.world().clock().advance(Duration.ofDays(2));

        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void doubtfulCookiesAreNobodys() {
        String session = browser.cookie("gangway_session");
        for (String cookies : new String[] {
            "gangway_session=" + session + "; gangway_session=" + session,
            "gangway_session=other; gangway_session=" + session,
            "gangway_session=",
            "gangway_session",
            "GANGWAY_SESSION=" + session,
            "gangway_session=\"" + session + "\"",
            "__Host-gangway_session=" + session,
            "gangway_session=" + "x".repeat(5000),
            "xgangway_session=" + session
        }) {
            assertThat(site.get("/api/v1/session", "Cookie", cookies).status())
                    .as(cookies)
                    .isEqualTo(401);
        }
        assertThat(site.get("/api/v1/session", "Cookie", "a=b; gangway_session=" + session + ";c=d")
                        .status())
                .isEqualTo(200);
    }
}
