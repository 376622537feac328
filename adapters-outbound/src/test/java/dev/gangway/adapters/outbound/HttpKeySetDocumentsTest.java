package dev.gangway.adapters.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.gangway.application.auth.port.KeySetDocuments;
import dev.gangway.application.auth.port.KeySetDocuments.Fetched;
import dev.gangway.application.testkit.contract.KeySetDocumentsContract;
import dev.gangway.domain.partner.WebAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpKeySetDocumentsTest implements KeySetDocumentsContract {
    private final OutboundAdapters outbound = OutboundAdapters.calling(true, Duration.ofSeconds(1));
    private final OutboundAdapters inProduction = OutboundAdapters.calling(false, Duration.ofSeconds(1));
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;

    HttpKeySetDocumentsTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        closing.countDown();
        server.stop(0);
        outbound.close();
        inProduction.close();
    }

    private WebAddress address(String path) {
        return new WebAddress("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Override
    public KeySetDocuments documents() {
        return outbound.keySetDocuments();
    }

    @Override
    public WebAddress serve(int status, byte[] body) {
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        return address("/keys");
    }

    @Test
    void aRedirectIsNotFollowed() {
        server.createContext("/elsewhere", exchange -> {
            asked.addAndGet(100);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        assertThat(documents().fetch(serve(302, new byte[0]))).isInstanceOf(Fetched.Failed.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void aServerThatIsSilentOrSlowIsNotWaitedFor() {
        server.createContext("/silent", exchange -> await());
        assertThat(documents().fetch(address("/silent"))).isInstanceOf(Fetched.Failed.class);
        server.createContext("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await();
        });
        assertThat(documents().fetch(address("/slow"))).isInstanceOf(Fetched.Failed.class);
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void inProductionThisMachineIsNotCalled() {
        WebAddress plain = serve(200, new byte[] {'{', '}'});
        assertThat(inProduction.keySetDocuments().fetch(plain)).isInstanceOf(Fetched.Forbidden.class);
        WebAddress secure = new WebAddress(plain.value().replace("http:", "https:"));
        assertThat(inProduction.keySetDocuments().fetch(secure)).isInstanceOf(Fetched.Forbidden.class);
        assertThat(asked).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/keys",
                "https://169.254.169.254/latest/meta-data",
                "https://192.168.0.1:8443/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://0x0a000001/",
                "https://localhost/"
            })
    void aPrivateAddressIsNotCalled(String url) {
        assertThat(inProduction.keySetDocuments().fetch(new WebAddress(url))).isNotInstanceOf(Fetched.Document.class);
    }
}
