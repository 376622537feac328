package dev.gangway.adapters.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.adapters.http.support.Streams;
import dev.gangway.adapters.http.wire.BodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Answers that are sent while they come into being. */
final class StreamTest {
    private static final byte[] KILOBYTE = "0123456789abcdef".repeat(64).getBytes(US_ASCII);

    @Test
    void aLongAnswerArrivesWholeWithItsHeaders() throws Exception {
        try (Streams site = Streams.of(out -> {
            for (int i = 0; i < 20_000; i++) {
                out.write(KILOBYTE);
            }
        })) {
            HttpResponse<InputStream> answer = site.get(BodyHandlers.ofInputStream());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
            assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment");
            assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            try (InputStream body = answer.body()) {
                assertThat(body.transferTo(java.io.OutputStream.nullOutputStream()))
                        .isEqualTo(20_000 * 1024L);
            }
        }
    }

    @Test
    void headWritesNothing() throws Exception {
        AtomicBoolean written = new AtomicBoolean();
        try (Streams site = Streams.of(out -> written.set(true));
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(site.address()))
                            .method("HEAD", BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
            assertThat(answer.headers().firstValue("Content-Length")).isEmpty();
            assertThat(written).isFalse();
        }
    }

    @Test
    void whatFailsBeforeAnythingWasSentIsAnError() throws Exception {
        try (Streams site = Streams.of(out -> {
            out.write(KILOBYTE);
            throw new IllegalStateException("a seeded fault");
        })) {
            HttpResponse<String> answer = site.get(BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(answer.body()).contains("INTERNAL_ERROR").doesNotContain("seeded", "0123");
        }
    }

    @Test
    void whatFailsHalfWayIsNeverTakenForWhole() throws Exception {
        BodyWriter failing = out -> {
            for (int i = 0; i < 100; i++) {
                out.write(KILOBYTE);
            }
            throw new IllegalStateException("a seeded fault");
        };
        try (Streams site = Streams.of(failing)) {
            assertThatThrownBy(() -> site.get(BodyHandlers.ofByteArray())).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> site.raw("HTTP/1.0"))
                    .as("where the end of the connection is the end of the answer")
                    .isInstanceOf(SocketException.class);
        }
    }

    @Test
    void whoeverGoesAwayEndsTheWriting() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        try (Streams site = Streams.of(out -> {
            try {
                while (out.pause(Duration.ofMillis(1))) {
                    out.write(KILOBYTE);
                    out.flush();
                }
            } finally {
                ended.countDown();
            }
        })) {
            site.leave();

            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void eventsArriveOneByOneAndOutliveTheIdleTimeout() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        try (Streams site = Streams.of(out -> {
            out.write("data: 1\n\n".getBytes(US_ASCII));
            out.flush();
            try {
                // nothing is read any more while the server waits: only what is sent keeps the connection
                read.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            for (int i = 0; i < 15 && out.pause(Duration.ofMillis(100)); i++) {
                out.write(":\n\n".getBytes(US_ASCII));
                out.flush();
            }
            out.write("data: 2\n\n".getBytes(US_ASCII));
        })) {
            HttpResponse<InputStream> answer = site.get(BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                assertThat(new String(body.readNBytes(9), US_ASCII)).isEqualTo("data: 1\n\n");
                read.countDown();
                assertThat(new String(body.readAllBytes(), US_ASCII)).endsWith("data: 2\n\n");
            }
        }
    }

    @Test
    void aStopEndsStreamsThatWouldLast() throws Exception {
        try (Streams site = Streams.of(out -> {
            do {
                out.write(":\n\n".getBytes(US_ASCII));
                out.flush();
            } while (out.pause(Duration.ofMinutes(5)));
        })) {
            HttpResponse<InputStream> answer = site.get(BodyHandlers.ofInputStream());
            assertThat(answer.body().readNBytes(3)).hasSize(3);

            CompletableFuture<Void> stopped = CompletableFuture.runAsync(site::close);

            assertThat(answer.body().readAllBytes()).isEmpty();
            stopped.get(10, TimeUnit.SECONDS);
        }
    }
}
