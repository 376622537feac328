package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.support.Browser;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.Sources;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bringing a source up to date from the report page. */
final class RefreshTest {
    private Site site;
    private Sources sources;
    private Browser browser;
    private SourceId source;

    @BeforeEach
    void signIn() {
        site = Site.open();
        sources = new Sources(site.world());
        browser = new Browser(site);
        browser.navigate(site.link("user@example.com"));
        source = sources.only(browser).id();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Reply press() {
        return browser.submit("/sources/" + source.value() + "/refresh", browser.navigate("/report"));
    }

    private Reply ask(String accept) {
        return site.form(
                "/sources/" + source.value() + "/refresh",
                "form_token=" + browser.navigate("/report").formToken(),
                "Cookie",
                "gangway_session=" + browser.cookie("gangway_session"),
                "Accept",
                accept);
    }

    private int queued() {
        return site.world().ports().observed().queuedImports().size();
    }

    @Test
    void theButtonQueuesARefreshAndThePageSaysSo() {
        sources.populate(source);
        assertThat(browser.navigate("/report").text())
                .contains("Up to date", "action=\"/sources/" + source.value() + "/refresh\"");

        Reply pressed = press();

        assertThat(pressed.status()).isEqualTo(303);
        assertThat(pressed.header("Location")).isEqualTo("/report");
        assertThat(queued()).isEqualTo(1);
        assertThat(browser.navigate("/report").text())
                .contains("Refreshing…", "data-status=\"populated\"", "data-live=\"importing\"")
                .doesNotContain("/refresh\"");
    }

    @Test
    void pressedTwiceItIsQueuedOnce() {
        sources.populate(source);
        Reply page = browser.navigate("/report");
        String path = "/sources/" + source.value() + "/refresh";

        assertThat(browser.submit(path, page).status()).isEqualTo(303);
        assertThat(browser.submit(path, page).status()).isEqualTo(303);

        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void noMoreThanOnceAMinute() {
        sources.populate(source);
        press();
        sources.populate(source);

        Reply again = press();

        assertThat(again.status()).isEqualTo(429);
        assertThat(again.header("Retry-After")).isEqualTo("60");
        assertThat(again.text()).contains("refreshed a moment ago");
        assertThat(queued()).isZero();
        site.world().clock().advance(Duration.ofMinutes(1));
        assertThat(press().status()).isEqualTo(303);
        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void aFailedSourceIsTriedAgain() {
        sources.fail(source, SourceFailure.EXCHANGE_UNREACHABLE);
        assertThat(browser.navigate("/report").text()).contains("Try again");

        assertThat(press().status()).isEqualTo(303);

        assertThat(sources.only(browser).status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(queued()).isEqualTo(1);
    }

    @Test
    void aSourceThatIsBeingReadIsLeftAlone() {
        assertThat(press().status()).isEqualTo(303);
        assertThat(queued()).isEqualTo(1);
        assertThat(site.world().ports().observed().audit())
                .noneMatch(entry -> entry.subject().equals(source.value()));
    }

    @Test
    void aRefusedKeyLeadsToThePageThatTakesAnother() {
        sources.fail(source, SourceFailure.CREDENTIALS_REFUSED);

        Reply pressed = press();

        assertThat(pressed.status()).isEqualTo(303);
        assertThat(pressed.header("Location")).isEqualTo("/sources/" + source.value() + "/key");
        assertThat(ask("application/json").code()).isEqualTo("SOURCE_NEEDS_KEY");
        assertThat(sources.only(browser).status()).isEqualTo(SourceStatus.CREDENTIALS_FAILED);
        assertThat(queued()).isZero();
    }

    @Test
    void aProgramIsToldThatItIsUnderWay() {
        sources.populate(source);

        Reply reply = ask("application/json");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().get("source_id").asText()).isEqualTo(source.value());
        assertThat(ask("*/*").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "src_", "src_01HZA9F3K2WPS6T4VYXNK8B0Q1", "usr_01HZA9F3K2WPS6T4VYXNK8B0Q1", "%2e%2e"})
    void whatIsNoSourceOfTheUsersIsNotThere(String id) {
        Reply page = browser.navigate("/report");

        assertThat(browser.submit("/sources/" + id + "/refresh", page).status()).isIn(400, 404);
    }

    @Test
    void anotherUsersSourceIsNotThere() {
        sources.populate(source);
        Browser stranger = new Browser(site);
        stranger.navigate(site.link("stranger@example.com"));

        Reply reply = stranger.submit("/sources/" + source.value() + "/refresh", stranger.navigate("/report"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(site.world().ports().observed().queuedImports())
                .noneMatch(job -> job.source().equals(source));
    }

    @Test
    void itNeedsTheTokenOfThisSession() {
        sources.populate(source);
        String path = "/sources/" + source.value() + "/refresh";
        String token = browser.navigate("/report").formToken();
        String cookie = "gangway_session=" + browser.cookie("gangway_session");

        assertThat(site.form(path, "form_token=", "Cookie", cookie).code()).isEqualTo("INVALID_FORM_TOKEN");
        assertThat(site.form(path, "form_token=" + token, "Cookie", cookie, "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(site.form(path, "form_token=" + token).status()).isEqualTo(401);
        assertThat(queued()).isZero();
    }
}
