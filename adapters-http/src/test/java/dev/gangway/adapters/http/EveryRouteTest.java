package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for every route there is, and for every address there is not. {@link Site} checks the standing headers and
 * the description of each answer in passing.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EveryRouteTest {
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY", "BREW", "get");

    private Site site;

    @BeforeAll
    void open() {
        site = Site.open();
    }

    @AfterAll
    void close() {
        site.close();
    }

    /** An address that the template stands for. */
    private static String example(String template) {
        return template.replace("{token}", "x")
                .replace("{name}", "x.css")
                .replace("{id}", "x")
                .replace("{user_id}", "x")
                .replace("{source_id}", "x")
                .replace("{link_id}", "x");
    }

    @Test
    void everySecuredRouteRefusesWhoeverShowsNothing() {
        assertThat(site.server().routes())
                .filteredOn(route -> route instanceof SecuredRoute)
                .hasSizeGreaterThan(4)
                .allSatisfy(route -> {
                    Reply plain = site.send(route.method(), example(route.path()));
                    Reply wrong = site.send(
                            route.method(),
                            example(route.path()),
                            "Authorization",
                            "Bearer nonsense",
                            "Cookie",
                            "gangway_session=nonsense");
                    assertThat(plain.status()).isEqualTo(401);
                    assertThat(wrong.status()).isEqualTo(401);
                    assertThat(plain.header("Cache-Control")).isEqualTo("no-store");
                });
    }

    /** Walks the route table, by every method: under the partner API's prefix, and wherever else partners call. */
    @Test
    void noRouteOfThePartnerApiAnswersAnythingBut401WithoutCredentials() {
        List<Route> partnerApi = site.server().routes().stream()
                .filter(route ->
                        route instanceof SecuredRoute.ForPartner || route.path().startsWith("/api/v1/partner"))
                .toList();

        assertThat(partnerApi)
                .allSatisfy(route -> assertThat(route).isInstanceOf(SecuredRoute.ForPartner.class))
                .extracting(Route::path)
                .contains("/portfolio", "/portfolio-properties", "/api/v1/partner/register");
        for (String template : partnerApi.stream().map(Route::path).distinct().toList()) {
            List<String> methods = methodsOf(template);
            for (String path : List.of(example(template), example(template) + "?x=1", template)) {
                letsNobodyIn(path.replace("{", "%7B").replace("}", "%7D"), methods);
            }
        }
    }

    private List<String> methodsOf(String path) {
        return site.server().routes().stream()
                .filter(route -> route.path().equals(path))
                .flatMap(route -> route.method().equals("GET") ? Stream.of("GET", "HEAD") : Stream.of(route.method()))
                .toList();
    }

    private void letsNobodyIn(String path, List<String> methods) {
        for (String method : METHODS) {
            Reply nothing = site.send(method, path);
            assertThat(nothing.header("Cache-Control")).as(path).isEqualTo("no-store");
            if (methods.contains(method)) {
                assertThat(nothing.status()).as("%s %s", method, path).isEqualTo(401);
                assertThat(nothing.header("WWW-Authenticate")).as(path).startsWith("Bearer");
                if (!method.equals("HEAD")) {
                    assertThat(nothing.code()).as(path).isEqualTo("UNAUTHORIZED");
                }
            } else {
                assertThat(nothing.status()).as("%s %s", method, path).isEqualTo(405);
            }
        }
    }

    /** Nobody who shows a credential is told anything before it is proved. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/partner",
                "/api/v1/partner/",
                "/api/v1/partner/nope",
                "/api/v1/partner/register/",
                "/api/v1/partner/Register",
                "/api/v1/partner/users/x/links/y",
                "/api/v1/partner/whoami/..%2fregister",
                "/api/v1/partner/%2e%2e"
            })
    void whatIsNotInThePartnerApiIsNotThere(String path) {
        for (String method : METHODS) {
            int status = site.send(method, path).status();
            // what the server itself takes for no address at all is told before anybody is asked
            assertThat(status).as("%s %s", method, path).isIn(404, 400);
            if (status == 404) {
                Reply known = site.send(
                        method, path, "Authorization", "Bearer " + site.world().token());
                Reply forged = site.send(method, path, "Authorization", "Bearer nonsense");
                assertThat(known.status()).as("%s %s", method, path).isEqualTo(404);
                assertThat(forged.status()).as("%s %s", method, path).isEqualTo(401);
            }
        }
    }

    /** A route without a scope is a decision: this is the list of those that took it. */
    @Test
    void onlyWhoamiNeedsNoScope() {
        assertThat(site.server().routes())
                .filteredOn(route -> route instanceof SecuredRoute.ForPartner partner
                        && partner.scopes().isEmpty())
                .extracting(Route::path)
                .containsExactly("/api/v1/partner/whoami");
    }

    @Test
    void everyOtherMethodIsRefusedWithTheOnesThatThereAre() {
        for (String path :
                site.server().routes().stream().map(Route::path).distinct().toList()) {
            List<String> allowed = methodsOf(path);
            for (String method : METHODS) {
                Reply reply = site.send(method, example(path));
                if (allowed.contains(method)) {
                    assertThat(reply.status()).as("%s %s", method, path).isNotEqualTo(405);
                } else {
                    assertThat(reply.status()).as("%s %s", method, path).isEqualTo(405);
                    assertThat(reply.required("Allow").split(", "))
                            .as("%s %s", method, path)
                            .containsExactlyInAnyOrderElementsOf(allowed);
                }
            }
        }
    }

    @Test
    void headAnswersAsGetWithoutABody() {
        for (Route route : site.server().routes()) {
            if (route.method().equals("GET")) {
                String path = example(route.path());
                Reply get = site.get(path);
                Reply head = site.send("HEAD", path);
                assertThat(head.status()).as(path).isEqualTo(get.status());
                assertThat(head.header("Content-Type")).as(path).isEqualTo(get.header("Content-Type"));
                assertThat(head.text()).as(path).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nope",
                "/r",
                "/r/",
                "/r/a/b",
                "/report/",
                "/Report",
                "/api",
                "/api/v1/partner/register/",
                "/api/v2/partner/register",
                "/assets/",
                "/assets/nope.css",
                "/assets/..%2fopenapi%2fgangway.yaml",
                "/.env",
                "/health",
                "/docs/errors"
            })
    void nothingIsFoundWhereNothingIs(String path) {
        Reply asDocument = site.get(path);
        Reply asPage = site.get(path, "Accept", "text/html");

        assertThat(asDocument.status()).isBetween(400, 404);
        assertThat(asDocument.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(asPage.header("Content-Type"))
                .startsWith(path.startsWith("/api") ? "application/problem+json" : "text/html");
    }

    @Test
    void onlyWhoNamesHtmlOutsideTheApiGetsAPage() {
        assertThat(site.get("/nope", "Accept", "*/*").header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(site.get("/nope", "Accept", "text/*").header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(site.get("/nope", "Accept", "text/html;q=0").header("Content-Type"))
                .isEqualTo("application/problem+json");
        Reply page = site.get("/nope", "Accept", "application/xhtml+xml,text/html;q=0.9");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("There is no such page");
        assertThat(site.get("/api/v1/session", "Accept", "text/html").header("Content-Type"))
                .isEqualTo("application/problem+json");
        assertThat(site.get("/report", "Accept", "text/html").text()).contains("You are not signed in");
        assertThat(site.get("/report", "Accept", "image/png").status()).isEqualTo(401);
        assertThat(site.get("/", "Accept", "image/png").status()).isEqualTo(406);
    }

    @Test
    void staticFilesMayBeKeptAndTheRestMayNot() {
        String home = site.get("/", "Accept", "text/html").text();
        int start = home.indexOf("/assets/gangway.");
        String stylesheet = home.substring(start, home.indexOf('"', start));

        Reply css = site.get(stylesheet);
        Reply again = site.get(stylesheet, "If-None-Match", css.required("ETag"));

        assertThat(css.status()).isEqualTo(200);
        assertThat(css.header("Cache-Control")).contains("immutable");
        assertThat(again.status()).isEqualTo(304);
        assertThat(site.get("/favicon.ico").header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(site.get("/robots.txt").text()).contains("Disallow: /r/");
        assertThat(site.get("/openapi.yaml").text()).startsWith("openapi: 3.1");
        assertThat(site.get("/demo").header("Location")).isEqualTo("http://127.0.0.1:9/portfolio");
        assertThat(site.get("/").header("Cache-Control")).isEqualTo("no-store");
    }
}
