package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.support.Browser;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.Sources;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Replacing the key of a source. */
final class KeyTest {
    private static final String PEM = "-----BEGIN EC PRIVATE KEY-----\r\nMHcCAQEE\r\n-----END EC PRIVATE KEY-----\r\n";

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

    private String path() {
        return "/sources/" + source.value() + "/key";
    }

    private Reply post(String accept, String body) {
        return site.form(
                path(),
                "form_token=" + browser.navigate("/report").formToken() + body,
                "Cookie",
                "gangway_session=" + browser.cookie("gangway_session"),
                "Accept",
                accept);
    }

    private static String keyAndSecret(String key, String secret) {
        return "&api_key=" + URLEncoder.encode(key, StandardCharsets.UTF_8) + "&api_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    private ApiCredentials opened() {
        return site.world().crypto().vault().open(sources.begin(source).credentials());
    }

    @Test
    void aRefusedSourceLeadsToThePageThatSaysWhatToDo() {
        sources.fail(source, SourceFailure.KEY_NOT_READ_ONLY);

        assertThat(browser.navigate("/report").text()).contains("href=\"" + path() + "\"", "Replace key");
        Reply page = browser.navigate(path());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("SixpenceX", "can trade or withdraw", "Allow", "Leave off", "autocomplete=\"off\"")
                .contains("name=\"api_key\"", "<textarea id=\"api_secret\"")
                .doesNotContain("api_passphrase");
    }

    @Test
    void theNewKeyIsSealedAndReadAtOnce() {
        sources.populate(source);
        sources.fail(source, SourceFailure.CREDENTIALS_REFUSED);

        Reply done = post("text/html", keyAndSecret(" organizations/1/apiKeys/2 ", PEM));

        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).isEqualTo("/report");
        assertThat(sources.only(browser).status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(site.world().ports().observed().queuedImports()).hasSize(1);
        assertThat(opened().apiKey().reveal()).isEqualTo("organizations/1/apiKeys/2");
        assertThat(opened().apiSecret().reveal()).isEqualTo(PEM.strip().replace("\r\n", "\n"));
        assertThat(site.world().ports().observed().audit())
                .anyMatch(entry -> entry.action() == AuditAction.SOURCE_KEY_REPLACED
                        && entry.subject().equals(source.value()));
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingIsRepeated() {
        sources.fail(source, SourceFailure.CREDENTIALS_REFUSED);

        Reply reply = post("text/html", keyAndSecret("short-key", "secret\tsecret-and-more"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text())
                .contains(
                        "API key must have at least 10 characters.", "API secret must not contain control characters.")
                .contains("aria-invalid=\"true\"", "aria-describedby=\"api_key-error\"")
                .doesNotContain("short-key", "secret-and-more");
        assertThat(sources.only(browser).status()).isEqualTo(SourceStatus.CREDENTIALS_FAILED);
        assertThat(site.world().ports().observed().queuedImports()).isEmpty();
    }

    @Test
    void aProgramGetsTheErrorsAsFields() {
        assertThat(post("application/json", keyAndSecret("short", "")).errors())
                .containsExactly("api_key TOO_SHORT", "api_secret REQUIRED");
        assertThat(post("application/json", keyAndSecret("x".repeat(4097), "%".repeat(9)))
                        .errors())
                .containsExactly("api_key TOO_LONG", "api_secret TOO_SHORT");
        assertThat(post("application/json", "&api_key=%ff%ff%ff%ff%ff%ff%ff%ff%ff%ff&api_secret=a-secret-long")
                        .errors())
                .containsExactly("api_key INVALID_CHARACTER");
        assertThat(post(
                                "application/json",
                                keyAndSecret("a-key-long-enough", "a-secret-long-enough")
                                        + "&api_key=another-key-long-enough")
                        .errors())
                .containsExactly("api_key REQUIRED");
    }

    @Test
    void theLongestKeyThereMayBeIsTaken() {
        assertThat(post("text/html", keyAndSecret("k".repeat(4096), "s".repeat(4096)))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void theKeyOfAnotherSourceOfTheUsersIsRefused() {
        site.register("""
                {"email":"two@example.com","partner_source":"SIXPENCE","jurisdiction":"RSA","api_credentials":[
                {"exchange_name":"SIXPENCE","api_key":"the-first-key","api_secret":"the-first-secret"},
                {"exchange_name":"SIXPENCE","api_key":"the-second-key","api_secret":"the-second-secret"}]}""");
        browser = new Browser(site);
        browser.navigate(site.link("two@example.com"));
        source = sources.of(browser).stream()
                .filter(one -> opensWith(one.id(), "the-first-key"))
                .findFirst()
                .orElseThrow()
                .id();

        assertThat(post("application/json", keyAndSecret("the-second-key", "the-second-secret"))
                        .errors())
                .containsExactly("api_key NOT_ALLOWED");
        assertThat(post("text/html", keyAndSecret("the-first-key", "another-secret"))
                        .status())
                .isEqualTo(303);
    }

    private boolean opensWith(SourceId id, String key) {
        return site.world()
                .crypto()
                .vault()
                .open(sources.begin(id).credentials())
                .apiKey()
                .reveal()
                .equals(key);
    }

    @Test
    void nobodyReachesAnothersSource() {
        Browser stranger = new Browser(site);
        stranger.navigate(site.link("stranger@example.com"));

        assertThat(stranger.navigate(path()).status()).isEqualTo(404);
        assertThat(stranger.submit(path(), stranger.navigate("/report")).status())
                .isEqualTo(404);
        assertThat(browser.navigate("/sources/src_01HZA9F3K2WPS6T4VYXNK8B0Q1/key")
                        .status())
                .isEqualTo(404);
        assertThat(browser.navigate("/sources/nonsense/key").status()).isEqualTo(404);
        assertThat(site.form(path(), "form_token=x", "Cookie", "gangway_session=" + browser.cookie("gangway_session"))
                        .code())
                .isEqualTo("INVALID_FORM_TOKEN");
    }
}
