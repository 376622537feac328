package dev.gangway.adapters.exchanges.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.domain.source.ExchangeName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExchangeLineTest {
    private static final ExchangeName NAME = new ExchangeName("BINANCE");

    private final MovableClock clock = new MovableClock();
    private final ExchangeHttp http = new ExchangeHttp(ExchangeHttp.Limits.USUAL, clock);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile @Nullable String retryAfter;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            try (call) {
                String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                asked.add(call.getRequestMethod() + " " + call.getRequestURI() + " "
                        + call.getRequestHeaders().getFirst("X-Key") + " "
                        + call.getRequestHeaders().getFirst("Content-Type") + " " + body);
                String wait = retryAfter;
                if (wait != null) {
                    call.getResponseHeaders().set("Retry-After", wait);
                }
                call.sendResponseHeaders(status, 2);
                call.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        http.close();
        server.stop(0);
    }

    private ExchangeLine line() {
        return new ExchangeLine(
                NAME,
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base/"),
                new Throttle(NAME, Throttle.Rule.perSecond(10), clock, wait -> {}),
                http,
                clock);
    }

    @Test
    void asksAtItsAddress() {
        ExchangeLine line = line();
        assertThat(line.get("/api?x=%20", 1, Map.of("X-Key", "k")).status()).isEqualTo(200);
        assertThat(line.post("/0/private", "a=b%26", 1, Map.of("X-Key", "k")).status())
                .isEqualTo(200);
        assertThat(asked)
                .containsExactly(
                        "GET /base/api?x=%20 k null ",
                        "POST /base/0/private k application/x-www-form-urlencoded; charset=utf-8 a=b%26");
        assertThat(line.target("/api?x=%20")).isEqualTo("/base/api?x=%20");
        assertThat(line.authority())
                .isEqualTo("127.0.0.1:" + server.getAddress().getPort());
    }

    @ParameterizedTest
    @CsvSource({"429, 7, 7", "418, 120, 120", "429, , 60", "418, , 300", "429, 9999999, 3600"})
    void anExchangeThatAsksForPeaceIsAskedByNobodyForAWhile(int answer, @Nullable String wait, int seconds) {
        ExchangeLine line = line();
        status = answer;
        retryAfter = wait;
        ExchangeUnavailable first = catchThrowableOfType(ExchangeUnavailable.class, () -> line.get("/", 1, Map.of()));
        assertThat(first.isPostponed()).isFalse();
        assertThat(first.retryAfter()).isGreaterThanOrEqualTo(Duration.ofSeconds(seconds));
        status = 200;
        ExchangeUnavailable second =
                catchThrowableOfType(ExchangeUnavailable.class, () -> line.post("/another", "", 1, Map.of()));
        assertThat(second.isPostponed()).isTrue();
        assertThat(second.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(asked).hasSize(1);
        clock.advance(Duration.ofSeconds(seconds));
        assertThat(line.get("/", 1, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void keepsTheExchangesTimeOnceItIsTold() {
        ExchangeLine line = line();
        assertThat(line.now()).isEqualTo(clock.instant());
        line.setTime(clock.instant().plusSeconds(90));
        clock.advance(Duration.ofSeconds(5));
        assertThat(line.now()).isEqualTo(clock.instant().plusSeconds(90));
    }

    @ParameterizedTest
    @CsvSource({"abc-DEF_1, true", "'', false", "'a b', false", "kéy, false"})
    void knowsWhatAHeaderCanCarry(String key, boolean can) {
        assertThat(ExchangeLine.canBeSent(key)).isEqualTo(can);
    }
}
