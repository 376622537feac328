package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.support.Browser;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.Sources;
import dev.gangway.domain.source.SourceId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Live progress while importing. */
final class ProgressTest {
    private static final String FIRST_LINE = "retry: 5000";

    private Site site;
    private HttpClient client;
    private Browser browser;
    private Sources sources;

    @BeforeEach
    void signIn() {
        site = Site.open();
        client = HttpClient.newHttpClient();
        browser = new Browser(site);
        browser.navigate(site.link("user@example.com"));
        sources = new Sources(site.world());
    }

    @AfterEach
    void close() {
        client.shutdownNow();
        site.close();
    }

    /** A stream that somebody listens to. */
    private record Stream(HttpResponse<InputStream> response, BufferedReader lines) implements AutoCloseable {
        /** All that comes until it ends. */
        String rest() throws IOException {
            StringBuilder rest = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rest.append(line).append('\n');
            }
            return rest.toString();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    private Stream listen() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + site.server().port() + "/report/events"))
                .timeout(Duration.ofSeconds(30))
                .headers(
                        "Accept", "text/event-stream", "Cookie", "gangway_session=" + browser.cookie("gangway_session"))
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        return new Stream(response, new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    @Test
    void aStreamTellsHowFarItIsAndEndsWhenNothingIsLeft() throws Exception {
        SourceId source = sources.only(browser).id();
        try (Stream stream = listen()) {
            assertThat(stream.response().statusCode()).isEqualTo(200);
            assertThat(stream.response().headers().firstValue("Content-Type")).hasValue("text/event-stream");
            StringBuilder told = new StringBuilder();
            boolean populated = false;
            for (String line = stream.lines().readLine();
                    line != null;
                    line = stream.lines().readLine()) {
                told.append(line).append('\n');
                if (line.startsWith("data:") && !populated) {
                    populated = true;
                    sources.populate(source);
                }
            }
            assertThat(told.toString())
                    .contains("event: progress", "\"total\":1", source.value(), "\"status\":\"processing\"")
                    .endsWith("event: done\ndata: {}\n\n");
        }
        assertThat(browser.get("/report/events", "Accept", "text/event-stream").status())
                .isEqualTo(204);
    }

    @Test
    void aFewAreEnoughForOnePersonAndWhoLeavesMakesRoom() throws Exception {
        List<Stream> open = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Stream stream = listen();
            assertThat(stream.lines().readLine()).isEqualTo(FIRST_LINE);
            open.add(stream);
        }
        Reply fifth = browser.get("/report/events", "Accept", "text/event-stream");
        assertThat(fifth.status()).isEqualTo(429);
        assertThat(fifth.header("Retry-After")).isEqualTo("30");

        Browser another = new Browser(site);
        another.navigate(site.link("another@example.com"));
        assertThat(another.get("/report/status").status()).isEqualTo(200);

        sources.populate(sources.only(browser).id());
        for (Stream stream : open) {
            assertThat(stream.rest()).endsWith("event: done\ndata: {}\n\n");
            stream.close();
        }
        assertThat(browser.get("/report/events", "Accept", "text/event-stream").status())
                .isEqualTo(204);
    }

    @Test
    void signingOutEndsIt() throws Exception {
        try (Stream stream = listen()) {
            assertThat(stream.lines().readLine()).isEqualTo(FIRST_LINE);
            browser.submit("/sign-out", browser.navigate("/report"));

            assertThat(stream.rest()).doesNotContain("event: done");
        }
    }

    @Test
    void aSessionThatIsOverEndsIt() throws Exception {
        try (Stream stream = listen()) {
            assertThat(stream.lines().readLine()).isEqualTo(FIRST_LINE);
            site.world().clock().advance(Duration.ofDays(60));

            assertThat(stream.rest()).doesNotContain("event: done");
        }
    }

    @Test
    void aStopOfTheServerEndsItAtOnce() throws Exception {
        try (Stream stream = listen()) {
            assertThat(stream.lines().readLine()).isEqualTo(FIRST_LINE);
            long start = System.nanoTime();
            site.server().stop(Duration.ofSeconds(20));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            assertThat(stream.rest()).doesNotContain("event: done");
        }
    }
}
