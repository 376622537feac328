package dev.gangway.adapters.http.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A bare connection, for what no HTTP client would send. */
public final class Socket {
    private static final int PATIENCE_MS = 20_000;

    private Socket() {}

    /** Sends, and answers all that comes until the server closes the connection. */
    public static String exchange(Site site, String request) {
        try (java.net.Socket socket = connect(site)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.setSoTimeout(PATIENCE_MS);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            readUntilSilence(socket, answer);
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends, then one byte at a time until the server answers. */
    public static String drip(Site site, String request, Duration pause, int most) {
        try (java.net.Socket socket = connect(site)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.setSoTimeout((int) pause.toMillis());
            for (int i = 0; i < most && answer.size() == 0; i++) {
                socket.getOutputStream().write(' ');
                Integer first = readOne(socket.getInputStream());
                if (first != null) {
                    answer.write(first);
                }
            }
            socket.setSoTimeout(PATIENCE_MS);
            readUntilSilence(socket, answer);
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.net.Socket connect(Site site) throws IOException {
        return new java.net.Socket(
                java.net.InetAddress.getLoopbackAddress(), site.server().port());
    }

    private static @Nullable Integer readOne(InputStream in) throws IOException {
        try {
            return in.read();
        } catch (SocketTimeoutException nothingYet) {
            return null;
        }
    }

    private static void readUntilSilence(java.net.Socket socket, ByteArrayOutputStream answer) throws IOException {
        try {
            socket.getInputStream().transferTo(answer);
        } catch (SocketException reset) {
            // the server had no patience left; what it said before is there
            answer.flush();
        }
    }
}
