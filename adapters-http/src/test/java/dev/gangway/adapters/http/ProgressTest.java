package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.support.Browser;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.Sources;
import dev.gangway.domain.source.SourceId;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Live progress while importing. */
final class ProgressTest {
    @Test
    void aStreamTellsHowFarItIsAndEndsWhenNothingIsLeft() throws Exception {
        try (Site site = Site.open();
                HttpClient client = HttpClient.newHttpClient()) {
            Browser browser = new Browser(site);
            browser.navigate(site.link("user@example.com"));
            Sources sources = new Sources(site.world());
            SourceId source = sources.only(browser).id();
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + site.server().port() + "/report/events"))
                    .timeout(Duration.ofSeconds(30))
                    .headers(
                            "Accept",
                            "text/event-stream",
                            "Cookie",
                            "gangway_session=" + browser.cookie("gangway_session"))
                    .build();
            HttpResponse<java.io.InputStream> response =
                    client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
                StringBuilder told = new StringBuilder();
                boolean populated = false;
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
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
            assertThat(browser.get("/report/events", "Accept", "text/event-stream")
                            .status())
                    .isEqualTo(204);
        }
    }
}
