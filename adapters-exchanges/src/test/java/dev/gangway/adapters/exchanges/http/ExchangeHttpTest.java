package dev.gangway.adapters.exchanges.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.domain.source.ExchangeName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeHttpTest {
    private static final ExchangeName NAME = new ExchangeName("SIXPENCE");
    private static final int LIMIT = 100_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile HttpHandler handler = call -> {};
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", call -> {
            try (call) {
                handler.handle(call);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void answersOfAnyStatusAreAnswers() {
        answer(418, "{\"code\":\"TEAPOT\"}");

        ExchangeAnswer answer = get(Duration.ofSeconds(20));

        assertThat(answer.status()).isEqualTo(418);
        assertThat(String.valueOf(answer.json())).isEqualTo("{\"code\":\"TEAPOT\"}");
        assertThat(answer.unavailable("is a teapot")).hasMessage("SIXPENCE is a teapot");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html></html>",
                "{\"a\":1",
                "{\"a\":1}{\"a\":1}",
                "{\"a\":1} trailing",
                "{\"a\":1,\"a\":2}",
                "[1",
                "1",
                "null",
                "NaN",
                "{'a':1}",
                "{\"a\":NaN}"
            })
    void onlyOneWholeObjectOrArrayIsJson(String body) {
        answer(200, body);

        assertThat(get(Duration.ofSeconds(20)).json()).isNull();
    }

    @Test
    void aDeepNestIsNotJson() {
        answer(200, "{\"a\":" + "[".repeat(1000) + "]".repeat(1000) + "}");

        assertThat(get(Duration.ofSeconds(20)).json()).isNull();
    }

    @Test
    void numbersKeepTheirDigits() {
        answer(200, "{\"a\":0.10000000000000000000010,\"b\":1e400}");

        assertThat(ExchangeJson.text(
                        Objects.requireNonNull(get(Duration.ofSeconds(20)).json())))
                .isEqualTo("{\"a\":0.10000000000000000000010,\"b\":1E+400}");
    }

    @Test
    void anAnswerOfExactlyTheLimitIsRead() {
        answer(200, "{\"a\":\"" + "x".repeat(LIMIT - 8) + "\"}");

        assertThat(get(Duration.ofSeconds(20)).json()).isNotNull();
    }

    @Test
    void aLongerOneIsNotReadToItsEnd() throws InterruptedException {
        AtomicLong sent = new AtomicLong();
        CountDownLatch hungUp = new CountDownLatch(1);
        handler = call -> {
            byte[] chunk = new byte[64 * 1024];
            try {
                call.sendResponseHeaders(200, 2L * 1024 * 1024 * 1024);
                while (true) {
                    call.getResponseBody().write(chunk);
                    sent.addAndGet(chunk.length);
                }
            } finally {
                hungUp.countDown();
            }
        };

        assertThatThrownBy(() -> get(Duration.ofSeconds(20)))
                .isInstanceOf(ExchangeUnavailable.class)
                .hasMessage("SIXPENCE answered more than can be read");
        assertThat(hungUp.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(sent.get()).isLessThan(64L * 1024 * 1024);
    }

    @Test
    void anAnswerThatDripsEndsAllTheSame() {
        handler = call -> {
            call.sendResponseHeaders(200, 0);
            call.getResponseBody().write("{".getBytes(StandardCharsets.UTF_8));
            call.getResponseBody().flush();
            waitForTheEnd();
        };

        assertThatThrownBy(() -> get(Duration.ofMillis(300)))
                .isInstanceOf(ExchangeUnavailable.class)
                .hasMessage("SIXPENCE did not answer in time");
    }

    @Test
    void soDoesOneThatNeverBegins() {
        handler = call -> waitForTheEnd();

        assertThatThrownBy(() -> get(Duration.ofMillis(300)))
                .isInstanceOf(ExchangeUnavailable.class)
                .hasMessage("SIXPENCE did not answer in time");
    }

    @Test
    void nobodyListeningIsUnavailable() {
        server.stop(0);

        assertThatThrownBy(() -> get(Duration.ofSeconds(20)))
                .isInstanceOf(ExchangeUnavailable.class)
                .hasMessage("SIXPENCE could not be reached, or broke off its answer");
    }

    @Test
    void anInterruptedCallKeepsTheInterrupt() {
        handler = call -> waitForTheEnd();
        Thread.currentThread().interrupt();

        Throwable failure = catchThrowable(() -> get(Duration.ofSeconds(20)));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).isInstanceOf(ExchangeUnavailable.class);
    }

    private void waitForTheEnd() {
        try {
            over.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(int status, String body) {
        handler = call -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            call.getResponseBody().write(bytes);
        };
    }

    private ExchangeAnswer get(Duration patience) {
        try (ExchangeHttp http =
                new ExchangeHttp(new ExchangeHttp.Limits(Duration.ofSeconds(5), patience, LIMIT), Clock.systemUTC())) {
            return http.get(
                    NAME, URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/x"), Map.of());
        }
    }
}
