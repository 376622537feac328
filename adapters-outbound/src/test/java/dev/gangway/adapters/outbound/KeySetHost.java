package dev.gangway.adapters.outbound;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gangway.domain.partner.WebAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** A partner's server on this machine, over TLS. */
final class KeySetHost implements AutoCloseable {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpsServer server;
    private volatile Answer answer = new Answer(404, new byte[0]);

    @SuppressWarnings("ArrayRecordComponent") // written once and never compared
    private record Answer(int status, byte[] body) {}

    /** One that proves who it is by {@code tls}. */
    KeySetHost(SSLContext tls) {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/", this::answer);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(threads);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        Answer now = answer;
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(now.status(), now.body().length == 0 ? -1 : now.body().length);
        exchange.getResponseBody().write(now.body());
        exchange.close();
    }

    /** Answers so from now on, whatever it is asked for. */
    void answers(int status, byte[] body) {
        answer = new Answer(status, body);
    }

    /** Where its keys are, by one of its names. */
    WebAddress address(String name) {
        return new WebAddress("https://" + name + ":" + server.getAddress().getPort() + "/keys");
    }

    /** What has been asked for. */
    List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
