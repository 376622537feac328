package dev.gangway.adapters.http.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a streaming answer goes. Nothing is sent, not even the status, before the first {@value #BUFFER} bytes are full or
 * flushed: until then the answer can still become another one.
 *
 * <p>A stream that lasts, such as events, must {@link #flush} more often than the idle timeout, and must come to its end
 * when {@link #pause} says so.
 */
public final class Outlet extends OutputStream {
    private static final int BUFFER = 16 * 1024;

    private final Opening opening;
    private final Stopping stopping;
    private final byte[] buffer = new byte[BUFFER];
    private int buffered;
    private @Nullable OutputStream caller;
    private boolean gone;

    /**
     * @param opening sends status and headers, once
     * @param stopping tells when the answer is to come to its end
     */
    public Outlet(Opening opening, Stopping stopping) {
        this.opening = opening;
        this.stopping = stopping;
    }

    /** Begins the answer. */
    @FunctionalInterface
    public interface Opening {
        /** Sends status and headers; what is written from now on goes out. */
        OutputStream open() throws IOException;
    }

    /**
     * Waits before the next part of a stream that lasts.
     *
     * @return whether there shall be one: not when the server is stopping
     */
    public boolean pause(Duration time) {
        return !stopping.within(time);
    }

    /** Whether status and headers are on their way, so that the answer cannot become another one. */
    public boolean isOpen() {
        return caller != null;
    }

    /** Whether sending failed: the caller is gone, or takes nothing any more. */
    public boolean isGone() {
        return gone;
    }

    @Override
    public void write(int octet) throws IOException {
        if (buffered == BUFFER) {
            send();
        }
        buffer[buffered++] = (byte) octet;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (buffered == BUFFER) {
                send();
            }
            int some = Math.min(length - done, BUFFER - buffered);
            System.arraycopy(bytes, offset + done, buffer, buffered, some);
            buffered += some;
            done += some;
        }
    }

    /** Sends what has been written so far. */
    @Override
    public void flush() throws IOException {
        OutputStream out = send();
        try {
            out.flush();
        } catch (IOException failed) {
            gone = true;
            throw failed;
        }
    }

    private OutputStream send() throws IOException {
        try {
            OutputStream out = caller;
            if (out == null) {
                out = opening.open();
                caller = out;
            }
            out.write(buffer, 0, buffered);
            buffered = 0;
            return out;
        } catch (IOException failed) {
            gone = true;
            throw failed;
        }
    }
}
