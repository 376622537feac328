package dev.gangway.bootstrap.demo.sixpence.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bootstrap.demo.sixpence.DemoUser;
import dev.gangway.bootstrap.demo.sixpence.SixpenceExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a plain socket: an HTTP client would not let a test lie about its host. */
class LoopbackGuardTest {

    private static SixpenceExchange exchange;

    @BeforeAll
    static void start() {
        exchange = SixpenceExchange.startWithSite(0, DemoUser.jordan(new Random(1)));
    }

    @AfterAll
    static void stop() {
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.0.0.1:8080", "LOCALHOST:1", "[::1]:8080"})
    void loopbackNamesAreServed(String host) throws IOException {
        assertThat(status("GET / HTTP/1.1\r\nHost: " + host + "\r\n")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rebound.example",
                "127.0.0.1.rebound.example",
                "localhost.rebound.example:80",
                "127.0.0.1@rebound.example",
                "10.0.0.1",
                "127.0.0.1:",
                ""
            })
    void otherNamesAreNot(String host) throws IOException {
        assertThat(status("GET / HTTP/1.1\r\nHost: " + host + "\r\n")).isEqualTo(421);
        assertThat(status("GET /api/v1/account HTTP/1.1\r\nHost: " + host + "\r\n"))
                .isEqualTo(421);
    }

    @Test
    void twoHostsAreNone() throws IOException {
        assertThat(status("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n"))
                .isGreaterThanOrEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://foreign.example",
                "Origin: null",
                "Origin: http://localhost:1",
                "Origin: http://localhost\r\nOrigin: http://localhost",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site"
            })
    void formsOfOtherSitesAreRefused(String header) throws IOException {
        assertThat(post(header + "\r\n")).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: http://localhost\r\n", "Sec-Fetch-Site: same-origin\r\n", ""})
    void itsOwnFormIsNot(String header) throws IOException {
        // Accepted, but nobody has connected Gangway.
        assertThat(post(header)).isEqualTo(503);
    }

    private static int post(String header) throws IOException {
        return status("POST /get-tax-report HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n" + header);
    }

    private static int status(String head) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), exchange.baseUrl().getPort())) {
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
        }
    }
}
