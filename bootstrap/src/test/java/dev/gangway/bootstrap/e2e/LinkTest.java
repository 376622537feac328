package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a link that is opened by machines, late, twice, or on somebody else's browser. */
class LinkTest {
    private static Town town;

    private Surfer jordan;

    @BeforeAll
    static void build() {
        town = Town.on(TestDatabase.H2);
    }

    @AfterAll
    static void leave() {
        town.close();
    }

    @BeforeEach
    void open() {
        jordan = Surfer.withJavaScript();
    }

    @AfterEach
    void close() {
        jordan.close();
    }

    @Test
    void whatIsFetchedAheadIsNotBurned() throws IOException {
        URI link = town.till().register("ahead@example.com", town.key()).link();
        HttpServer mail = mail(link);
        try {
            Page page = jordan.page();
            page.waitForResponse(
                    link.toString(),
                    () -> jordan.open(
                            URI.create("http://127.0.0.1:" + mail.getAddress().getPort() + "/")));
            assertThat(isUsed(link)).isFalse();
            assertThat(jordan.cookies()).noneMatch(cookie -> cookie.name.equals(Visitor.SESSION));

            page.getByText("Open your report").click();
            page.waitForURL(town.at("/report").toString());
        } finally {
            mail.stop(0);
        }
    }

    /** A page that has the browser fetch the link before anybody clicks it, as mail readers and search pages do. */
    private static HttpServer mail(URI link) throws IOException {
        byte[] html = """
                <!doctype html><html lang="en"><head><title>Mail</title><link rel="icon" href="data:,">
                <link rel="prefetch" href="%1$s"></head><body><a href="%1$s">Open your report</a></body></html>""".formatted(link).getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, html.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(html);
            }
        });
        server.start();
        return server;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOldLinkAsksFirstAndThenSignsIn(boolean javaScript) {
        URI link = town.till()
                .register("late." + javaScript + "@example.com", town.key())
                .link();
        age(link);
        try (Surfer late = javaScript ? Surfer.withJavaScript() : Surfer.withoutJavaScript()) {
            assertThat(late.open(link).status()).isEqualTo(200);
            assertThat(late.heading()).isEqualTo("Continue to Gangway");
            assertThat(isUsed(link)).isFalse();
            assertThat(late.cookies()).singleElement().satisfies(cookie -> {
                assertThat(cookie.name).isEqualTo("gangway_form");
                assertThat(cookie.httpOnly).isTrue();
            });
            if (javaScript) {
                Eyes.inspect(late.page(), "continue");
            }
            late.press("Continue");
            late.page().waitForURL(town.at("/report").toString());
            assertThat(late.cookies())
                    .singleElement()
                    .satisfies(cookie -> assertThat(cookie.name).isEqualTo(Visitor.SESSION));
            late.assertUndisturbed(town.access().baseUrl());
        }
    }

    @Test
    void anotherPersonsLinkAsksBeforeItEndsASession() {
        URI mine = town.till().register("mine@example.com", town.key()).link();
        URI theirs = town.till().register("theirs@example.com", town.key()).link();
        Page page = jordan.page();
        jordan.open(mine);
        assertThat(page.url()).isEqualTo(town.at("/report").toString());
        String session = session();
        assertThat(isAlive(session)).isTrue();

        jordan.open(theirs);
        assertThat(jordan.heading()).isEqualTo("This link is for another person");
        Eyes.inspect(page, "switch");
        page.getByText("Stay signed in").click();
        page.waitForURL(town.at("/report").toString());
        assertThat(page.locator(".who-mail").innerText()).contains("mine@example.com");
        assertThat(session()).isEqualTo(session);
        assertThat(isUsed(theirs)).isFalse();

        jordan.open(theirs);
        assertThat(isUsed(theirs)).isFalse();
        jordan.press("Continue as the other person");
        page.waitForURL(town.at("/report").toString());
        assertThat(page.locator(".who-mail").innerText()).contains("theirs@example.com");
        assertThat(isUsed(theirs)).isTrue();
        assertThat(session()).isNotEqualTo(session);
        assertThat(isAlive(session))
                .as("the session that was switched away from")
                .isFalse();
        jordan.assertUndisturbed(town.access().baseUrl());
    }

    @Test
    void aContinuePageFromBeforeSomebodySignedInCannotEndTheirSession() {
        URI mine = town.till().register("tab.mine@example.com", town.key()).link();
        URI theirs = town.till().register("tab.theirs@example.com", town.key()).link();
        age(theirs);
        Page old = jordan.page();
        jordan.open(theirs);
        assertThat(jordan.heading()).isEqualTo("Continue to Gangway");
        Page other = jordan.context().newPage();
        other.navigate(mine.toString());

        old.bringToFront();
        Response answer = old.waitForResponse(theirs.toString(), () -> jordan.press("Continue"));
        assertThat(answer.status()).isEqualTo(403);
        // the form's cookie went when the other tab signed in, so the old page proves nothing any more
        assertThat(isUsed(theirs)).isFalse();
        other.reload();
        assertThat(other.locator(".who-mail").innerText()).contains("tab.mine@example.com");
    }

    @Test
    void aUsedLinkLeadsItsOwnSignedInUserToTheReport() {
        URI link = town.till().register("again@example.com", town.key()).link();
        jordan.open(link);
        String session = session();
        jordan.documents();
        jordan.open(link);
        assertThat(jordan.documents()).containsExactly("303 " + link.getPath(), "200 /report");
        assertThat(session()).isEqualTo(session);
    }

    @Test
    void everyDeadLinkSaysWhyAndWhereToGo() {
        URI superseded = town.till().register("dead@example.com", town.key()).link();
        URI live = town.till().register("dead@example.com", town.key()).link();
        dead(superseded, 410, "A newer link has replaced this one", "link-superseded");
        assertThat(jordan.page().getByText("Back to SixpenceX").getAttribute("href"))
                .startsWith(town.access().exchangeBaseUrl().toString());

        expire(live);
        dead(live, 410, "This link has expired", "link-expired");
        dead(URI.create(live + "x"), 404, "This link is not valid", "link-forged");
        dead(town.at("/r/nonsense"), 404, "This link is not valid", "link-forged");
        jordan.assertUndisturbed(town.access().baseUrl());
    }

    private void dead(URI link, int status, String heading, String name) {
        assertThat(jordan.open(link).status()).isEqualTo(status);
        assertThat(jordan.heading()).isEqualTo(heading);
        assertThat(jordan.cookies()).isEmpty();
        Eyes.inspect(jordan.page(), name);
    }

    @Test
    void thePagesBesideTheWayAreAsGood() {
        jordan.open(town.at("/"));
        Eyes.inspect(jordan.page(), "home");
        assertThat(jordan.open(town.at("/nowhere")).status()).isEqualTo(404);
        Eyes.inspect(jordan.page(), "not-found");
        assertThat(jordan.open(town.at("/report")).status()).isEqualTo(401);
        Eyes.inspect(jordan.page(), "nobody-signed-in");
        jordan.open(town.access().exchangeBaseUrl());
        jordan.page().getByLabel("Send my report to").fill("nobody@nowhere");
        jordan.press("Get your tax report");
        assertThat(jordan.page().locator(".errors").innerText()).contains("email");
        Eyes.inspect(jordan.page(), "sixpence-refused");
        jordan.assertUndisturbed(town.access().baseUrl(), town.access().exchangeBaseUrl());
    }

    private String session() {
        return jordan.cookies().stream()
                .filter(cookie -> cookie.name.equals(Visitor.SESSION))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAlive(String session) {
        return Visitor.with(session).fetch(town.at("/api/v1/session")).statusCode() == 200;
    }

    private static boolean isUsed(URI link) {
        try (Store store = town.store()) {
            return store.number(
                            "select count(*) from redirect_tokens where id_hash = ? and consumed_at is not null",
                            Links.idHash(link))
                    == 1;
        }
    }

    /** Makes a link look as if it had been made an hour ago. */
    private static void age(URI link) {
        change("update redirect_tokens set issued_at = issued_at - interval '1' hour where id_hash = ?", link);
    }

    private static void expire(URI link) {
        change("update redirect_tokens set expires_at = issued_at where id_hash = ?", link);
    }

    private static void change(String sql, URI link) {
        try (Store store = town.store()) {
            assertThat(store.change(sql, Links.idHash(link))).isEqualTo(1);
        }
    }
}
