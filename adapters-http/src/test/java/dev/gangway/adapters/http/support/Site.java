package dev.gangway.adapters.http.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.GangwayServer;
import dev.gangway.adapters.http.HttpSettings;
import dev.gangway.adapters.http.UseCases;
import dev.gangway.adapters.http.health.HealthCheck;
import dev.gangway.adapters.http.openapi.OpenApi;
import dev.gangway.adapters.http.server.HttpObserver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The real server on a free port. Every answer is held against the API's description and the standing headers. */
public final class Site implements AutoCloseable {
    private static final OpenApi OPEN_API = OpenApi.load();

    private final World world;
    private final GangwayServer server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private Site(World world, GangwayServer server) {
        this.world = world;
        this.server = server;
        server.start();
    }

    /** A server over a new world. */
    public static Site open() {
        return open(new World());
    }

    /** A server over this world. */
    public static Site open(World world) {
        return open(world, settings(), world.useCases(), List.of(), (route, method, status, nanos) -> {});
    }

    /** A server from these parts. */
    public static Site open(
            World world, HttpSettings settings, UseCases useCases, List<HealthCheck> checks, HttpObserver observer) {
        AtomicLong requests = new AtomicLong();
        return new Site(
                world,
                new GangwayServer(
                        settings,
                        useCases,
                        world.crypto().formTokens(),
                        () -> "req_" + requests.incrementAndGet(),
                        checks,
                        observer));
    }

    /** Loopback, any port, plain http. */
    public static HttpSettings settings() {
        return HttpSettings.of("127.0.0.1", 0, World.BASE_URL, "Gangway")
                .in("sandbox")
                .withDemo("http://127.0.0.1:9/portfolio")
                .withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10));
    }

    /** What it works with. */
    public World world() {
        return world;
    }

    /** The server itself. */
    public GangwayServer server() {
        return server;
    }

    /** GETs. Headers are given as name, value, name, value. */
    public Reply get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** Sends without a body. */
    public Reply send(String method, String path, String... headers) {
        return send(method, path, BodyPublishers.noBody(), headers);
    }

    /** Registers, with the partner's token. */
    public Reply register(String body) {
        return register(BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    /** Registers, with the partner's token and other headers. */
    public Reply register(BodyPublisher body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + world.token();
        return send("POST", "/api/v1/partner/register", body, all);
    }

    /** Posts a form. */
    public Reply form(String path, String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/x-www-form-urlencoded";
        return send("POST", path, BodyPublishers.ofString(body), all);
    }

    /** Sends anything, and holds the answer against what every answer promises. */
    public Reply send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            Reply reply = new Reply(response.statusCode(), response.headers().map(), response.body());
            StandingHeadersCheck.of(reply);
            String bare = path.split("\\?", 2)[0];
            OPEN_API.check(method, bare, reply.status(), reply.header("content-type"), response.body());
            return reply;
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Registers somebody and answers the path of their link. */
    public String link(String email) {
        Reply reply = register(Bodies.of(email));
        assertThat(reply.status()).as(reply.text()).isIn(200, 201);
        return reply.json().get("redirect_url").asText().substring(World.BASE_URL.length());
    }

    @Override
    public void close() {
        // connections that wait for another request would keep the server from its end for a second
        client.close();
        server.stop(Duration.ofSeconds(5));
    }
}
