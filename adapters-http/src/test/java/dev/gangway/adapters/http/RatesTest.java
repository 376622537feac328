package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.route.PublicPath;
import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.World;
import dev.gangway.application.auth.AddressRates;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.AddressRange;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who asks too often is told so, by credential and by address, and everybody how much is left. */
final class RatesTest {
    private static final String WHOAMI = "/api/v1/partner/whoami";

    private static final AddressRates FEW = new AddressRates(new CallRate(2), new CallRate(3), new CallRate(4));

    private static Site behindProxy(World world) {
        HttpSettings settings = Site.settings().behind(List.of(AddressRange.of("proxy", "127.0.0.1")));
        return Site.open(world, settings, world.useCases(), List.of(), (route, method, status, nanos) -> {});
    }

    private static String token(Site site, int perMinute) {
        World world = site.world();
        return world.tokenOf(
                world.enrol(PartnerBuilder.of("rated").rate(perMinute).build()), Set.of());
    }

    private static Reply call(Site site, String token, String... more) {
        String[] all = java.util.Arrays.copyOf(more, more.length + 2);
        all[more.length] = "Authorization";
        all[more.length + 1] = "Bearer " + token;
        return site.get(WHOAMI, all);
    }

    private static void tells(Reply reply, String policy, String limit) {
        assertThat(reply.header("RateLimit-Policy")).isEqualTo(policy);
        assertThat(reply.header("RateLimit")).isEqualTo(limit);
    }

    @Test
    void everyAnswerTellsWhatIsLeftOfTheCredentialsRate() {
        try (Site site = Site.open()) {
            String token = token(site, 4);
            String policy = "\"credential\";q=4;w=60";
            Reply first = call(site, token);
            assertThat(first.status()).isEqualTo(200);
            tells(first, policy, "\"credential\";r=3;t=60");
            site.world().clock().advance(Duration.ofMillis(1500));
            Reply outOfScope = site.send(
                    "POST",
                    "/api/v1/partner/register",
                    BodyPublishers.ofString("{}"),
                    "Authorization",
                    "Bearer " + token,
                    "Content-Type",
                    "application/json");
            assertThat(outOfScope.code()).isEqualTo("INSUFFICIENT_SCOPE");
            tells(outOfScope, policy, "\"credential\";r=2;t=59");
            assertThat(call(site, token, "Accept", "text/html").status()).isEqualTo(406);
            tells(call(site, token), policy, "\"credential\";r=0;t=59");
            Reply limited = call(site, token);
            assertThat(limited.status()).isEqualTo(429);
            assertThat(limited.header("Retry-After")).isEqualTo("59");
            tells(limited, policy, "\"credential\";r=0;t=59");
            site.world().clock().advance(Duration.ofSeconds(59));
            assertThat(call(site, token).status()).isEqualTo(200);
        }
    }

    @Test
    void aCredentialWithoutALimitIsToldOfNone() {
        try (Site site = Site.open(new World(FEW))) {
            String token = token(site, 0);
            for (int i = 0; i < 20; i++) {
                Reply reply = call(site, token);
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.header("RateLimit-Policy")).isNull();
                assertThat(reply.header("RateLimit")).isNull();
            }
        }
    }

    @Test
    void whatTheRouteItselfRefusesTellsItToo() {
        try (Site site = Site.open()) {
            World world = site.world();
            String token = world.tokenOf(
                    world.enrol(PartnerBuilder.of("rated").rate(600).build()), Scope.DEFAULT);
            Reply malformed = site.send(
                    "POST",
                    "/api/v1/partner/register",
                    BodyPublishers.ofString("{"),
                    "Authorization",
                    "Bearer " + token,
                    "Content-Type",
                    "application/json");
            assertThat(malformed.status()).isEqualTo(400);
            tells(malformed, "\"credential\";q=600;w=60", "\"credential\";r=599;t=60");
        }
    }

    private static Reply asked(Site site, String token, String method, String path, String body, String... more) {
        List<String> headers = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        headers.addAll(List.of(more));
        return site.send(method, path, BodyPublishers.ofString(body), headers.toArray(String[]::new));
    }

    /** Whatever a call comes to, and be it that there is no such address: it was counted, and its caller is told. */
    @Test
    void everyAnswerOfThePartnerApiTellsIt() {
        try (Site site = Site.open()) {
            World world = site.world();
            Partner rated = world.enrol(
                    PartnerBuilder.of("rated").exchanges("SIXPENCE").rate(30).build());
            String token = world.tokenOf(rated, EnumSet.of(Scope.USERS_WRITE, Scope.USERS_READ));
            String register = "/api/v1/partner/register";
            String[] json = {"Content-Type", "application/json"};
            String[] keyed = {"Content-Type", "application/json", "Idempotency-Key", "one"};
            String own = Bodies.of("own@example.com", body -> body.put("partner_source", "RATED"));
            String foreign = Bodies.of("foreign@example.com", body -> body.put("partner_source", "RATED"));
            assertThat(site.register(Bodies.of("foreign@example.com")).status()).isEqualTo(201);

            List<Reply> replies = List.of(
                    asked(site, token, "GET", WHOAMI, ""),
                    asked(site, token, "POST", register, own, keyed),
                    asked(site, token, "POST", register, "{", json),
                    asked(site, token, "GET", WHOAMI + "?x=1", ""),
                    asked(site, token, "GET", "/portfolio?user_id=x", ""),
                    asked(site, token, "GET", "/api/v1/partner/users/x", ""),
                    asked(site, token, "GET", "/api/v1/partner/nothing", ""),
                    asked(site, token, "DELETE", WHOAMI, ""),
                    asked(site, token, "BREW", "/portfolio", ""),
                    asked(site, token, "GET", WHOAMI, "", "Accept", "text/html"),
                    asked(site, token, "POST", register, foreign, json),
                    asked(site, token, "POST", register, "x".repeat(300_000), json),
                    asked(site, token, "POST", register, own, "Content-Type", "text/plain"),
                    asked(site, token, "POST", register, own + " ", keyed));

            assertThat(replies)
                    .extracting(Reply::status)
                    .containsExactly(200, 201, 400, 400, 403, 404, 404, 405, 405, 406, 409, 413, 415, 422);
            for (int i = 0; i < replies.size(); i++) {
                tells(replies.get(i), "\"credential\";q=30;w=60", "\"credential\";r=" + (29 - i) + ";t=60");
            }
        }
    }

    @Test
    void whoHasNoCredentialIsCountedByItsAddressWhereverItAsks() {
        try (Site site = Site.open(new World(new AddressRates(new CallRate(5), new CallRate(3), new CallRate(4))))) {
            List<Reply> replies = List.of(
                    site.get("/portfolio"),
                    site.get("/api/v1/partner/nothing"),
                    site.send("DELETE", WHOAMI),
                    site.send("BREW", "/portfolio-properties"),
                    site.send("POST", "/api/v1/partner/register"));
            assertThat(replies).extracting(Reply::status).containsExactly(401, 404, 405, 405, 401);
            for (int i = 0; i < replies.size(); i++) {
                tells(replies.get(i), "\"anonymous\";q=5;w=60", "\"anonymous\";r=" + (4 - i) + ";t=60");
            }
            for (Reply limited : List.of(site.get("/api/v1/partner/nothing"), site.send("DELETE", WHOAMI))) {
                assertThat(limited.status()).isEqualTo(429);
                tells(limited, "\"anonymous\";q=5;w=60", "\"anonymous\";r=0;t=60");
            }
            assertThat(site.get("/nothing").status()).as("no partner's").isEqualTo(404);
        }
    }

    @Test
    void callsWithoutACredentialAreLimitedByAddress() {
        try (Site site = Site.open(new World(FEW))) {
            for (int left = 1; left >= 0; left--) {
                Reply reply = site.get(WHOAMI);
                assertThat(reply.status()).isEqualTo(401);
                tells(reply, "\"anonymous\";q=2;w=60", "\"anonymous\";r=" + left + ";t=60");
            }
            site.world().clock().advance(Duration.ofSeconds(10));
            Reply limited = site.get(WHOAMI);
            assertThat(limited.code()).isEqualTo("RATE_LIMITED");
            assertThat(limited.header("Retry-After")).isEqualTo("50");
            assertThat(call(site, site.world().token()).status()).isEqualTo(200);
            site.world().clock().advance(Duration.ofSeconds(50));
            assertThat(site.get(WHOAMI).status()).isEqualTo(401);
        }
    }

    @Test
    void whereTooManyCredentialsHaveFailedNothingIsVerifiedAnyMore() {
        try (Site site = Site.open(new World(FEW))) {
            for (int left = 2; left >= 0; left--) {
                Reply reply = call(site, "forged" + left);
                assertThat(reply.code()).isEqualTo("INVALID_TOKEN");
                tells(reply, "\"failed-authentication\";q=3;w=60", "\"failed-authentication\";r=" + left + ";t=60");
            }
            for (String token : List.of("forged", site.world().token())) {
                Reply limited = call(site, token);
                assertThat(limited.status()).isEqualTo(429);
                assertThat(limited.header("Retry-After")).isEqualTo("60");
                assertThat(limited.header("WWW-Authenticate")).isNull();
            }
            assertThat(site.get(WHOAMI).status()).as("without a credential").isEqualTo(401);
            site.world().clock().advance(Duration.ofSeconds(60));
            assertThat(call(site, site.world().token()).status()).isEqualTo(200);
        }
    }

    @Test
    void forgedCallsDoNotCountAgainstTheCredentialThatTheyName() {
        try (Site site = Site.open()) {
            String token = token(site, 1);
            for (int i = 0; i < 50; i++) {
                assertThat(call(site, token + "x").status()).isEqualTo(401);
                assertThat(call(site, token, "X-API-Key", "both").status()).isEqualTo(401);
            }
            assertThat(call(site, token).status()).isEqualTo(200);
            assertThat(call(site, token).status()).isEqualTo(429);
        }
    }

    @Test
    void whoIsBehindATrustedProxyIsCountedByItsOwnAddress() {
        try (Site site = behindProxy(new World(FEW))) {
            for (int i = 0; i < 2; i++) {
                assertThat(site.get(WHOAMI, "X-Forwarded-For", "203.0.113.7").status())
                        .isEqualTo(401);
            }
            assertThat(site.get(WHOAMI, "X-Forwarded-For", "203.0.113.7").status())
                    .isEqualTo(429);
            assertThat(site.get(WHOAMI, "X-Forwarded-For", "198.51.100.1, 203.0.113.7")
                            .status())
                    .as("what the caller made up")
                    .isEqualTo(429);
            assertThat(site.get(WHOAMI, "X-Forwarded-For", "203.0.113.7, 127.0.0.1")
                            .status())
                    .as("by way of two proxies")
                    .isEqualTo(429);
            assertThat(site.get(WHOAMI, "X-Forwarded-For", "203.0.113.8").status())
                    .isEqualTo(401);
        }
    }

    @Test
    void whoIsBehindNoTrustedProxyCannotChooseItsAddress() {
        try (Site site = Site.open(new World(FEW))) {
            List<Integer> statuses = IntStream.range(0, 4)
                    .mapToObj(i -> site.get(
                                    WHOAMI,
                                    "X-Forwarded-For",
                                    "203.0.113." + i,
                                    "Forwarded",
                                    "for=203.0.113." + i,
                                    "X-Real-IP",
                                    "203.0.113." + i)
                            .status())
                    .toList();
            assertThat(statuses).containsExactly(401, 401, 429, 429);
        }
    }

    @Test
    void theAuditLogHasTheAddressBehindTheProxy() {
        try (Site site = behindProxy(new World(FEW))) {
            String token = site.world().tokenOf(site.world().sixpence(), Scope.DEFAULT);
            Reply reply = site.send(
                    "POST",
                    "/api/v1/partner/register",
                    BodyPublishers.ofString(Bodies.of("audited@example.com")),
                    "Authorization",
                    "Bearer " + token,
                    "Content-Type",
                    "application/json",
                    "X-Forwarded-For",
                    "192.0.2.1, [2001:db8::7]:4711");
            assertThat(reply.status()).isEqualTo(201);
            assertThat(site.world().ports().observed().audit())
                    .extracting(entry -> entry.origin().address())
                    .contains("2001:db8::7")
                    .doesNotContain("192.0.2.1", "127.0.0.1");
        }
    }

    @Test
    void pagesAndLinksAreLimitedByAddressAndAPageSaysSo() {
        try (Site site = Site.open(new World(FEW))) {
            assertThat(site.get("/").status()).isEqualTo(200);
            assertThat(site.get("/r/forged").status()).isEqualTo(404);
            assertThat(site.get("/report").status()).isEqualTo(401);
            assertThat(site.form("/r/forged", "").status()).isIn(403, 404);
            for (String path : List.of("/", "/r/forged", "/report", "/signed-out")) {
                Reply page = site.get(path, "Accept", "text/html");
                assertThat(page.status()).as(path).isEqualTo(429);
                assertThat(page.required("Content-Type")).startsWith("text/html");
                assertThat(Integer.parseInt(page.required("Retry-After"))).isBetween(1, 65);
                assertThat(page.text()).contains("Wait for a moment");
                assertThat(page.header("RateLimit")).isNull();
            }
            assertThat(site.get("/report").code()).isEqualTo("RATE_LIMITED");
            assertThat(call(site, site.world().token()).status())
                    .as("the partner API")
                    .isEqualTo(200);
            site.world().clock().advance(Duration.ofSeconds(65));
            assertThat(site.get("/").status()).isEqualTo(200);
        }
    }

    @Test
    void whatBrowsersAndProbesFetchByThemselvesIsNotLimited() {
        try (Site site = Site.open(new World(FEW))) {
            for (PublicPath path : List.of(PublicPath.LIVE, PublicPath.READY, PublicPath.ROBOTS, PublicPath.FAVICON)) {
                for (int i = 0; i < 10; i++) {
                    assertThat(site.get(path.path()).status()).isLessThan(400);
                }
            }
            for (int i = 0; i < 10; i++) {
                assertThat(site.get("/assets/nothing.css").status()).isEqualTo(404);
            }
        }
    }
}
