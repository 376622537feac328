package dev.gangway.bootstrap.demo.sixpence.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.gangway.bootstrap.demo.sixpence.DemoUser;
import dev.gangway.bootstrap.demo.sixpence.SignedClient;
import dev.gangway.bootstrap.demo.sixpence.SixpenceExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    private static final String TOKEN = "gw_sandbox_THIS-IS-THE-PARTNER-TOKEN";
    private static final String LINK = "http://127.0.0.1:1/r/eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl";

    private final DemoUser jordan = DemoUser.jordan(new Random(1));
    private final AtomicReference<String> asked = new AtomicReference<>("");
    private final AtomicReference<String> askedWith = new AtomicReference<>("");
    private SixpenceExchange exchange;
    private HttpServer gangway;
    private int status = 201;
    private String answer = "{\"user_id\":\"usr_1\",\"redirect_url\":\"" + LINK + "\"}";

    @BeforeEach
    void start() throws IOException {
        gangway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gangway.createContext("/api/v1/partner/register", call -> {
            asked.set(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            askedWith.set(call.getRequestMethod() + " "
                    + call.getRequestHeaders().getFirst("Authorization") + " "
                    + call.getRequestHeaders().getFirst("Content-Type"));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(status, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        gangway.start();
        exchange = SixpenceExchange.startWithSite(0, jordan);
        connect("http://127.0.0.1:" + gangway.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        exchange.close();
        gangway.stop(0);
    }

    @Test
    void thePortfolioShowsWhatTheHistoryAmountsTo() {
        HttpResponse<String> page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Jordan", "Bitcoin", "420 transactions", "Get your tax report", "SIX-ACC-000042");
        assertThat(page.body())
                .doesNotContain(
                        "{{",
                        "<script",
                        "style=",
                        jordan.key().key(),
                        jordan.key().secret());
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .isEqualTo("default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
                        + "frame-ancestors 'none'");
    }

    @Test
    void itsAssetsAreItsOwn() {
        assertThat(get("/assets/sixpence.css").headers().firstValue("Content-Type"))
                .contains("text/css; charset=utf-8");
        assertThat(get("/assets/logo.svg").headers().firstValue("Content-Type")).contains("image/svg+xml");
        assertThat(get("/assets/../layout.html").statusCode()).isEqualTo(404);
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void theButtonMakesThePartnersCallAndFollowsTheLink() throws IOException {
        String page = press("someone@example.com", "valid").body();

        JsonNode sent = new ObjectMapper().readTree(asked.get());
        assertThat(askedWith.get()).isEqualTo("POST Bearer " + TOKEN + " application/json");
        assertThat(sent.path("email").asText()).isEqualTo("someone@example.com");
        assertThat(sent.path("partner_source").asText()).isEqualTo("SIXPENCE");
        assertThat(sent.path("jurisdiction").asText()).isEqualTo("RSA");
        assertThat(sent.at("/api_credentials/0/exchange_name").asText()).isEqualTo("SIXPENCE");
        assertThat(sent.at("/api_credentials/0/api_key").asText())
                .isEqualTo(jordan.key().key());
        assertThat(sent.at("/api_credentials/0/api_secret").asText())
                .isEqualTo(jordan.key().secret());
        assertThat(page)
                .contains("<meta http-equiv=\"refresh\" content=\"3;url=" + LINK + "\">")
                .contains("href=\"" + LINK + "\"", "usr_1", "HTTP/1.1 201");
    }

    @Test
    void noSecretReachesTheBrowser() {
        answer = "{\"redirect_url\":\"" + LINK + "\",\"echo\":\"" + TOKEN
                + jordan.key().secret() + "\"}";

        assertThat(press("a@example.com", "valid").body())
                .contains("Authorization: Bearer gw_sandbox_…•••", "six_")
                .doesNotContain(TOKEN, jordan.key().key(), jordan.key().secret());
    }

    @Test
    void theOtherButtonHandsOverAKeyThatTheExchangeRefuses() throws IOException {
        press("a@example.com", "refused");

        assertThat(new ObjectMapper()
                        .readTree(asked.get())
                        .at("/api_credentials/0/api_key")
                        .asText())
                .isEqualTo(jordan.revokedKey().key());
    }

    @Test
    void whoWantsToReadFirstIsNotForwarded() {
        assertThat(post("email=a%40example.com&key=valid&stay=on").body())
                .doesNotContain("http-equiv=\"refresh\"")
                .contains("href=\"" + LINK + "\"");
    }

    @Test
    void anErrorIsShownAndNotFollowed() {
        status = 400;
        answer = "{\"title\":\"Bad <request>\",\"detail\":\"No.\",\"redirect_url\":\"" + LINK + "\","
                + "\"errors\":[{\"field\":\"email\",\"message\":\"is <b>wrong</b>\"}]}";

        assertThat(press("<script>alert(1)</script>", "valid").body())
                .contains("Bad &lt;request&gt;", "is &lt;b&gt;wrong&lt;/b&gt;", "&lt;script&gt;alert(1)")
                .doesNotContain("http-equiv=\"refresh\"", "<script", "<b>wrong", "href=\"" + LINK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "", "ht tp://x", "//foreign.example/r/x"})
    void onlyAWebAddressIsFollowed(String link) {
        answer = "{\"redirect_url\":\"" + link + "\"}";

        assertThat(press("a@example.com", "valid").body())
                .doesNotContain("http-equiv=\"refresh\"", "Continue to your tax report");
    }

    @Test
    void anAnswerThatIsNotJsonIsShownAsText() {
        status = 502;
        answer = "<html>bad gateway</html>";

        assertThat(press("a@example.com", "valid").body()).contains("&lt;html&gt;bad gateway", "Gangway answered 502");
    }

    @Test
    void anUnreachableGangwayIsSaidSo() {
        gangway.stop(0);

        assertThat(press("a@example.com", "valid").body()).contains("Gangway cannot be reached");
    }

    @Test
    void aFormThatIsTooLongOrMalformedIsRefused() {
        assertThat(post("email=" + "a".repeat(9000)).statusCode()).isEqualTo(400);
        assertThat(post("email=%zz").statusCode()).isEqualTo(400);
        assertThat(get("/get-tax-report").statusCode()).isEqualTo(405);
    }

    private void connect(String baseUrl) {
        exchange.connect(new PartnerAccess(URI.create(baseUrl), "SIXPENCE", () -> TOKEN));
    }

    private HttpResponse<String> press(String email, String key) {
        return post("email=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&key=" + key);
    }

    private HttpResponse<String> post(String form) {
        return SignedClient.send(HttpRequest.newBuilder(URI.create(exchange.baseUrl() + "/get-tax-report"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private HttpResponse<String> get(String path) {
        return SignedClient.send(
                HttpRequest.newBuilder(URI.create(exchange.baseUrl() + path)).build());
    }
}
