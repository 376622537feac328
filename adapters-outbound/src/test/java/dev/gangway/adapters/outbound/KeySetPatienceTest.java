package dev.gangway.adapters.outbound;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.port.KeySetDocuments.Fetched;
import dev.gangway.application.testkit.fixture.TestAuthority;
import dev.gangway.domain.partner.WebAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a server does with our time, it is one second here, and its connection is given up. */
@Timeout(60)
class KeySetPatienceTest {
    private static final Fetched.Failed TOO_SLOW = new Fetched.Failed("does not answer in full within 1 seconds");

    /** So short that no timeout for a single step is ever met. */
    private static final long DROP_MILLIS = 100;

    @TempDir
    private static Path folder = Path.of("");

    private static TestAuthority authority;
    private static SSLContext proven;

    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch givenUp = new CountDownLatch(1);
    private OutboundAdapters outbound;

    @BeforeAll
    static void found() {
        authority = new TestAuthority(folder);
        proven = authority.serverOf("ip:127.0.0.1");
    }

    @BeforeEach
    void start() {
        outbound = calling(Duration.ofSeconds(1));
    }

    @AfterEach
    void stop() {
        closing.countDown();
        outbound.close();
    }

    /** What a server says on a connection. */
    @FunctionalInterface
    private interface Talk {
        void on(OutputStream out) throws IOException, InterruptedException;
    }

    private Fetched fetch(Talk talk) throws InterruptedException {
        return fetch(true, outbound, talk);
    }

    /** With more time than the answer could need, and less than the server would take. */
    private Fetched fetchPatiently(Talk talk) throws InterruptedException {
        try (OutboundAdapters patient = calling(Duration.ofSeconds(20))) {
            return fetch(true, patient, talk);
        }
    }

    private static OutboundAdapters calling(Duration patience) {
        return OutboundAdapters.calling(new PublicAddresses(true), authority.trusting(), patience);
    }

    private Fetched fetch(boolean tls, OutboundAdapters by, Talk talk) throws InterruptedException {
        try (ServerSocket server = tls
                ? proven.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress())
                : new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept()) {
                    Thread.ofVirtual().start(() -> awaitEnd(socket));
                    talk.on(socket.getOutputStream());
                } catch (IOException hungUp) {
                    givenUp.countDown();
                } catch (InterruptedException never) {
                    Thread.currentThread().interrupt();
                }
            });
            Fetched fetched =
                    by.keySetDocuments().fetch(new WebAddress("https://127.0.0.1:" + server.getLocalPort() + "/keys"));
            assertThat(givenUp.await(30, TimeUnit.SECONDS)).isTrue();
            return fetched;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Reads what the caller has to say until it hangs up. */
    private void awaitEnd(Socket socket) {
        try {
            while (socket.getInputStream().read() >= 0) {
                // its request
            }
        } catch (IOException hungUp) {
            // as it may
        }
        givenUp.countDown();
    }

    /** Drop by drop, until nobody listens. */
    private void drip(OutputStream out, String start, Function<Integer, String> drop)
            throws IOException, InterruptedException {
        out.write(start.getBytes(US_ASCII));
        for (int i = 0; !closing.await(DROP_MILLIS, TimeUnit.MILLISECONDS); i++) {
            out.write(drop.apply(i).getBytes(US_ASCII));
            out.flush();
        }
    }

    @Test
    void aServerThatTakesTheConnectionAndSaysNothingIsNotWaitedFor() throws Exception {
        assertThat(fetch(false, outbound, out -> closing.await())).isEqualTo(TOO_SLOW);
    }

    @Test
    void aServerThatDripsItsHandshakeIsNotWaitedFor() throws Exception {
        // the head of a record of 16 KiB, which then comes byte by byte
        assertThat(fetch(false, outbound, out -> drip(out, "\26\3\3\100\0\2\0\77\374\3\3", i -> "x")))
                .isEqualTo(TOO_SLOW);
    }

    @Test
    void aServerThatDripsItsHeaderIsNotWaitedFor() throws Exception {
        assertThat(fetch(out -> drip(out, "HTTP/1.1 200 OK\r\nX: ", i -> "x"))).isEqualTo(TOO_SLOW);
    }

    @Test
    void aServerThatNeverComesToItsAnswerIsNotWaitedFor() throws Exception {
        assertThat(fetch(out -> drip(out, "", i -> "HTTP/1.1 102 Processing\r\n\r\n")))
                .isEqualTo(TOO_SLOW);
    }

    @Test
    void aServerThatDripsItsDocumentIsNotWaitedFor() throws Exception {
        assertThat(fetch(out -> drip(out, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", i -> " ")))
                .isEqualTo(TOO_SLOW);
    }

    @Test
    void aPageThatSaysThatThereIsNoneIsNotReadToItsEnd() throws Exception {
        assertThat(fetchPatiently(out -> drip(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 9999\r\n\r\n", i -> " ")))
                .isEqualTo(new Fetched.Failed("answers with status 404 and not with a document"));
    }

    @Test
    void aHeaderWithoutEndIsNotKept() throws Exception {
        assertThat(fetchPatiently(out -> {
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
                    while (closing.getCount() > 0) {
                        out.write("X: y\r\n".getBytes(US_ASCII));
                    }
                }))
                .isEqualTo(new Fetched.Failed("does not answer"));
    }

    @Test
    void aDocumentWithoutEndIsNotKept() throws Exception {
        byte[] blanks = " ".repeat(8192).getBytes(US_ASCII);
        assertThat(fetchPatiently(out -> {
                    out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n".getBytes(US_ASCII));
                    while (closing.getCount() > 0) {
                        out.write(blanks);
                    }
                }))
                .isEqualTo(new Fetched.Failed("answers with more than 256 KiB"));
    }

    @Test
    void aNameThatIsLookedUpForeverIsNotWaitedFor() {
        PublicAddresses slow = new PublicAddresses(
                host -> {
                    try {
                        closing.await();
                    } catch (InterruptedException never) {
                        Thread.currentThread().interrupt();
                    }
                    return new InetAddress[0];
                },
                true);
        try (OutboundAdapters asking = OutboundAdapters.calling(slow, authority.trusting(), Duration.ofSeconds(1))) {
            assertThat(asking.keySetDocuments().fetch(new WebAddress("https://partner.example/keys")))
                    .isEqualTo(TOO_SLOW);
        }
    }
}
