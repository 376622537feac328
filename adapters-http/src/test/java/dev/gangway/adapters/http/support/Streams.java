package dev.gangway.adapters.http.support;

import dev.gangway.adapters.http.UseCases;
import dev.gangway.adapters.http.page.Assets;
import dev.gangway.adapters.http.page.Pages;
import dev.gangway.adapters.http.problem.Refusals;
import dev.gangway.adapters.http.route.Gate;
import dev.gangway.adapters.http.route.PublicPath;
import dev.gangway.adapters.http.route.PublicRoute;
import dev.gangway.adapters.http.route.SignedIn;
import dev.gangway.adapters.http.server.Dispatcher;
import dev.gangway.adapters.http.server.Entrance;
import dev.gangway.adapters.http.server.StandingHeaders;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.BodyWriter;
import dev.gangway.adapters.http.wire.ClientAddresses;
import dev.gangway.adapters.http.wire.RequestIds;
import dev.gangway.adapters.http.wire.Stopping;
import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** A server with one route, whose answer is streamed. */
public final class Streams implements AutoCloseable {
    /** After so long without a byte it gives a connection up. */
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Stopping stopping = new Stopping();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Javalin javalin;

    private Streams(BodyWriter writer) {
        UseCases useCases = new World().useCases();
        Gate gate = new Gate(
                useCases.authenticatePartner(),
                useCases.noteRefusal(),
                useCases.admitCall(),
                useCases.admitAddress(),
                new SignedIn(useCases.resumeSession(), false),
                new Refusals(Pages.of(Assets.load(), "Gangway")),
                IDLE);
        Dispatcher dispatcher = new Dispatcher(
                List.of(new PublicRoute(
                        PublicPath.ROBOTS,
                        "",
                        call -> Answer.streaming(200, "text/csv; charset=utf-8", writer)
                                .with("Content-Disposition", "attachment"))),
                gate,
                IDLE,
                stopping);
        Entrance entrance =
                new Entrance(new RequestIds(() -> "req_1"), new ClientAddresses(List.of()), new StandingHeaders(false));
        this.javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.compressionStrategy = io.javalin.compression.CompressionStrategy.NONE;
            config.jetty.modifyServer(server -> {
                GracefulHandler graceful = new GracefulHandler();
                graceful.setHandler(entrance);
                server.setHandler(graceful);
                server.setStopTimeout(20_000);
            });
            config.jetty.addConnector((server, http) -> {
                ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
                connector.setHost("127.0.0.1");
                connector.setIdleTimeout(IDLE.toMillis());
                return connector;
            });
            dispatcher.declare(config.routes);
        });
    }

    /** Streams what {@code writer} writes. */
    public static Streams of(BodyWriter writer) {
        Streams streams = new Streams(writer);
        streams.javalin.start();
        return streams;
    }

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + javalin.port() + PublicPath.ROBOTS.path();
    }

    /** GETs it. */
    public <T> HttpResponse<T> get(BodyHandler<T> body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address()))
                        .timeout(Duration.ofSeconds(60))
                        .build(),
                body);
    }

    /** GETs it in another version of HTTP, and answers all that comes until the connection ends. */
    public String raw(String version) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), javalin.port())) {
            ask(socket, version);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** GETs it, reads a little, and goes away. */
    public void leave() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), javalin.port());
                InputStream in = socket.getInputStream()) {
            ask(socket, "HTTP/1.1");
            in.readNBytes(100);
        }
    }

    private static void ask(Socket socket, String version) throws IOException {
        socket.getOutputStream()
                .write(("GET " + PublicPath.ROBOTS.path() + " " + version + "\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        stopping.begin();
        javalin.stop();
        client.close();
    }
}
