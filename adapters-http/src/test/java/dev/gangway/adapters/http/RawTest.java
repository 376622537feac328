package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.Socket;
import dev.gangway.adapters.http.support.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that no HTTP client would send. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RawTest {
    private static final String REGISTER = "POST /api/v1/partner/register HTTP/1.1\r\nHost: a\r\n";

    private Site site;

    @BeforeAll
    void open() {
        World world = new World();
        HttpSettings impatient = Site.settings().withTimeouts(Duration.ofMillis(700), Duration.ofMillis(1500));
        site = Site.open(world, impatient, world.useCases(), List.of(), (route, method, status, nanos) -> {});
    }

    @AfterAll
    void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 'GET / HTTP/1.1\r\nHost a\r\n\r\n'",
        "400, 'NONSENSE\r\n\r\n'",
        "400, 'GET / HTTP/1.1\r\n\r\n'",
        "400, 'GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n'",
        "400, 'GET /%2e%2e/report HTTP/1.1\r\nHost: a\r\n\r\n'",
        "400, 'GET / HTTP/1.1\r\nHost: a\r\nX-A: {NUL}\r\n\r\n'",
        "400, 'GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n'",
        "505, 'GET / HTTP/3.1\r\nHost: a\r\n\r\n'",
        "404, 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n'",
        "405, 'BREW / HTTP/1.1\r\nHost: a\r\n\r\n'",
        "400, 'POST /api/v1/partner/register HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'",
        "400, 'POST /api/v1/partner/register HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'",
        "400, 'POST /api/v1/partner/register HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n'",
        "400, 'POST /api/v1/partner/register HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n'"
    })
    void malformedRequestsGetAProblemAndTheStandingHeaders(int status, String request) {
        String answer = Socket.exchange(site, request.replace("{NUL}", "\0"));

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer)
                .contains(
                        "Content-Type: application/problem+json",
                        "X-Content-Type-Options: nosniff",
                        "Referrer-Policy: no-referrer",
                        "Content-Security-Policy: default-src 'self'",
                        "X-Request-Id: req_",
                        "\"request_id\":\"req_")
                .doesNotContain("jetty", "Server:", "<html", "Exception");
    }

    @Test
    void whatIsTooLongToReadIsSaidToBe() {
        assertThat(Socket.exchange(site, "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("application/problem+json");
        assertThat(Socket.exchange(site, "GET / HTTP/1.1\r\nHost: a\r\nX-A: " + "a".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json");
    }

    /** Under the usual timeouts of half a minute: what is decided by the head waits for no body. */
    @ParameterizedTest
    @CsvSource({
        "413, 'POST /api/v1/partner/register HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {TOKEN}\r\nContent-Type: application/json\r\nContent-Length: 300000\r\n\r\n'",
        "401, 'POST /api/v1/partner/register HTTP/1.1\r\nHost: a\r\nContent-Length: 300\r\n\r\n'",
        "404, 'POST /nope HTTP/1.1\r\nHost: a\r\nContent-Length: 300000\r\n\r\n'"
    })
    void aRefusalDoesNotWaitForABodyThatDoesNotCome(int status, String request) {
        World world = new World();
        try (Site patient =
                Site.open(world, Site.settings(), world.useCases(), List.of(), (route, method, code, nanos) -> {})) {
            long began = System.nanoTime();
            String answer = Socket.exchange(patient, request.replace("{TOKEN}", world.token()));

            assertThat(answer).startsWith("HTTP/1.1 " + status).contains("Connection: close");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        }
    }

    /** Nor does one whose body has come: the connection goes on at once. */
    @Test
    void aRefusalOfAWholeRequestKeepsTheConnection() {
        String refused = "POST /api/v1/partner/register HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}";
        String empty = "POST /nope HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n";
        String last = "GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

        assertThat(Socket.exchange(site, refused + empty + last))
                .containsSubsequence("HTTP/1.1 401", "HTTP/1.1 404", "HTTP/1.1 200");
    }

    @Test
    void aBodyThatStopsHalfwayTimesOut() {
        String answer = Socket.exchange(site, authorised() + "Content-Length: 500\r\n\r\n{\"email\":");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("did not arrive whole", "Connection: close");
    }

    @Test
    void aBodyThatDripsTimesOutToo() {
        String answer = Socket.drip(site, authorised() + "Content-Length: 5000\r\n\r\n", Duration.ofMillis(200), 60);

        assertThat(answer).startsWith("HTTP/1.1 400").contains("did not arrive whole", "Connection: close");
    }

    @Test
    void headersThatStopHalfwayTimeOut() {
        assertThat(Socket.exchange(site, "GET / HTTP/1.1\r\nHost: a\r\nX-A")).doesNotContain("HTTP/1.1 200");
    }

    @Test
    void aMalformedChunkIsRefused() {
        assertThat(Socket.exchange(site, authorised() + "Transfer-Encoding: chunked\r\n\r\nZZ\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    @Test
    void whoAsksBeforeSendingTooMuchIsToldNoBeforeItDoes() {
        String answer = Socket.exchange(site, authorised() + "Expect: 100-continue\r\nContent-Length: 400000\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").doesNotContain("100 Continue");
    }

    @Test
    void whoAsksBeforeSendingIsToldToGoOn() {
        String body = Bodies.of("expect@example.com");
        String answer = Socket.exchange(
                site,
                authorised() + "Connection: close\r\nExpect: 100-continue\r\nContent-Length: " + body.length()
                        + "\r\n\r\n" + body);

        assertThat(answer).contains("HTTP/1.1 201");
    }

    @Test
    void aRefusedBodyDoesNotBecomeTheNextRequest() {
        String smuggled = "GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n";
        String answer =
                Socket.exchange(site, REGISTER + "Content-Length: " + smuggled.length() + "\r\n\r\n" + smuggled);

        assertThat(answer).startsWith("HTTP/1.1 401").doesNotContain("HTTP/1.1 200", "Disallow");
    }

    @Test
    void requestsInOneGoAreAnsweredInTurn() {
        String answer = Socket.exchange(
                site,
                "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\nGET /nope HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200").contains("HTTP/1.1 404");
    }

    @Test
    void nothingIsTakenFromTheHostHeader() {
        String body = Bodies.of("host@example.com");
        String answer = Socket.exchange(
                site,
                authorised().replace("Host: a", "Host: evil.example")
                        + "X-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\nConnection: close\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body);

        assertThat(answer)
                .startsWith("HTTP/1.1 201")
                .contains(World.BASE_URL + "/r/")
                .doesNotContain("evil");
    }

    private String authorised() {
        return REGISTER + "Content-Type: application/json\r\nAuthorization: Bearer "
                + site.world().token() + "\r\n";
    }
}
