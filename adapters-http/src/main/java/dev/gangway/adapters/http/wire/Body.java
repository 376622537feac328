package dev.gangway.adapters.http.wire;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;

/** Reads a request's body, within a size and a time, however it is framed. */
public final class Body {
    /** How much of an oversized body is taken in, so that its sender comes to read the answer. */
    private static final int DRAINED = 2 * 1024 * 1024;

    private static final int FIRST_BUFFER = 4096;

    private final HttpServletRequest request;

    Body(HttpServletRequest request) {
        this.request = request;
    }

    /** What came. */
    public sealed interface Read {
        /** All of it. */
        @SuppressWarnings("ArrayRecordComponent") // read once and never compared
        record Complete(byte[] bytes) implements Read {}

        /** More than was asked for. */
        record TooLarge() implements Read {}

        /** The sender gave up, or sent too slowly. */
        record Broken() implements Read {}
    }

    /** Reads at most {@code max} bytes, for at most {@code patience}. */
    public Read read(int max, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        long announced = request.getContentLengthLong();
        try {
            InputStream in = request.getInputStream();
            if (announced > max) {
                drain(in, deadline);
                return new Read.TooLarge();
            }
            byte[] buffer = new byte[announced < 0 ? FIRST_BUFFER : (int) announced + 1];
            int length = 0;
            while (length <= max) {
                if (length == buffer.length) {
                    buffer = Arrays.copyOf(buffer, Math.min(max + 1, length * 2));
                }
                int read = in.read(buffer, length, buffer.length - length);
                if (read < 0) {
                    return new Read.Complete(Arrays.copyOf(buffer, length));
                }
                length += read;
                if (System.nanoTime() - deadline > 0) {
                    return new Read.Broken();
                }
            }
            drain(in, deadline);
            return new Read.TooLarge();
        } catch (IOException brokenOff) {
            return new Read.Broken();
        }
    }

    /** A sender that is still sending would otherwise see its connection reset before it sees why. */
    private void drain(InputStream in, long deadline) throws IOException {
        if (request.getHeader("Expect") != null) {
            return;
        }
        byte[] sink = new byte[8192];
        int drained = 0;
        int read = 0;
        while (read >= 0 && drained < DRAINED && System.nanoTime() - deadline < 0) {
            read = in.read(sink);
            drained += Math.max(0, read);
        }
    }
}
