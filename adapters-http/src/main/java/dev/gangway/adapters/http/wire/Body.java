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
    private boolean finished;
    private boolean broken;

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
        if (announced > max) {
            return new Read.TooLarge();
        }
        try {
            InputStream in = request.getInputStream();
            byte[] buffer = new byte[announced < 0 ? FIRST_BUFFER : (int) announced + 1];
            int length = 0;
            while (length <= max) {
                if (length == buffer.length) {
                    buffer = Arrays.copyOf(buffer, Math.min(max + 1, length * 2));
                }
                int read = in.read(buffer, length, buffer.length - length);
                if (read < 0) {
                    finished = true;
                    return new Read.Complete(Arrays.copyOf(buffer, length));
                }
                length += read;
                if (System.nanoTime() - deadline > 0) {
                    broken = true;
                    return new Read.Broken();
                }
            }
            return new Read.TooLarge();
        } catch (IOException brokenOff) {
            broken = true;
            return new Read.Broken();
        }
    }

    /**
     * Takes in what nobody read, within bounds: a sender that is still sending would otherwise find its connection reset
     * before it finds the answer.
     *
     * @return whether all of it has come, so that the connection can be used again
     */
    public boolean settle(Duration patience) {
        if (finished || broken) {
            return finished;
        }
        if (request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") == null) {
            return true;
        }
        if (request.getHeader("Expect") != null) {
            // it waits for our word, and asking for its body would be a yes
            return false;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            InputStream in = request.getInputStream();
            byte[] sink = new byte[FIRST_BUFFER];
            for (int taken = 0; taken <= DRAINED && System.nanoTime() - deadline < 0; ) {
                int read = in.read(sink);
                if (read < 0) {
                    return true;
                }
                taken += read;
            }
            return false;
        } catch (IOException brokenOff) {
            return false;
        }
    }
}
