package dev.gangway.adapters.http.wire;

import dev.gangway.application.auth.Content;
import dev.gangway.application.auth.port.ContentHashes.ContentHash;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Reads a request's body, within a size and a time, however it is framed. */
public final class Body {
    /** What the route can still read after a scheme has hashed it: as much as a body may have. */
    private static final int KEPT = 256 * 1024;

    /** How much of an oversized body is taken in, so that its sender comes to read the answer. */
    private static final long DRAINED = 2 * 1024 * 1024;

    private static final int FIRST_BUFFER = 4096;
    private static final int SINK = 64 * 1024;

    /** The same of one that was to be read as it came: people choose files that are too large, and shall be told. */
    private static final long DRAINED_OF_FILES = 256L * 1024 * 1024;

    /** A sender that is silent for so long is not in the middle of sending. */
    private static final long QUIET_NANOS = 300_000_000;

    private static final long PAUSE_NANOS = 2_000_000;

    private final HttpServletRequest request;
    private boolean finished;
    private boolean broken;
    private long drained = DRAINED;

    /** What was hashed before the route came to read it, up to what a route may read at most. */
    private byte @Nullable [] kept;

    private long hashed;

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

    /**
     * Adds all of the body to a hash, up to what is taken in of an oversized one; what a route may read is kept for it.
     * Called once, before {@link #read}.
     */
    Content.Arrival addTo(ContentHash hash, Duration patience) {
        if (request.getContentLengthLong() > DRAINED) {
            return Content.Arrival.TOO_LARGE;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        ByteArrayOutputStream keeping = new ByteArrayOutputStream();
        byte[] buffer = new byte[FIRST_BUFFER];
        try {
            InputStream in = request.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hash.add(buffer, read);
                keeping.write(buffer, 0, (int) Math.min(read, Math.max(0, KEPT - hashed)));
                hashed += read;
                if (hashed > DRAINED) {
                    return Content.Arrival.TOO_LARGE;
                }
                if (System.nanoTime() - deadline > 0) {
                    broken = true;
                    return Content.Arrival.BROKEN;
                }
            }
        } catch (IOException brokenOff) {
            broken = true;
            return Content.Arrival.BROKEN;
        }
        finished = true;
        kept = keeping.toByteArray();
        return Content.Arrival.WHOLE;
    }

    /** Reads at most {@code max} bytes, for at most {@code patience}. */
    public Read read(int max, Duration patience) {
        byte[] already = kept;
        if (already != null) {
            return hashed > Math.min(max, KEPT) ? new Read.TooLarge() : new Read.Complete(already);
        }
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
     * The body while it comes in, at most {@code max} bytes and for at most {@code patience}.
     *
     * @return a stream that throws {@link Unread} where there is more, or where the sender gives up or is too slow
     */
    public InputStream stream(long max, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        drained = DRAINED_OF_FILES;
        return new InputStream() {
            private long taken;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (taken > max || request.getContentLengthLong() > max) {
                    throw new Unread(true);
                }
                int read;
                try {
                    read = request.getInputStream().read(into, offset, length);
                } catch (IOException brokenOff) {
                    broken = true;
                    throw new Unread(false);
                }
                if (read < 0) {
                    finished = true;
                    return read;
                }
                taken += read;
                if (System.nanoTime() - deadline > 0) {
                    broken = true;
                    throw new Unread(false);
                }
                return read;
            }
        };
    }

    /** A body that could not be read to its end. */
    public static final class Unread extends IOException {
        private static final long serialVersionUID = 1L;
        private final boolean tooLarge;

        Unread(boolean tooLarge) {
            super(tooLarge ? "The body is too large" : "The body did not come whole");
            this.tooLarge = tooLarge;
        }

        /** Whether there is more than was asked for; else the sender gave up, or was too slow. */
        public boolean tooLarge() {
            return tooLarge;
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
        long announced = request.getContentLengthLong();
        if (announced == 0 || (announced < 0 && request.getHeader("Transfer-Encoding") == null)) {
            return true;
        }
        if (request.getHeader("Expect") != null) {
            // it waits for our word, and asking for its body would be a yes
            return false;
        }
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            ServletInputStream in = request.getInputStream();
            byte[] sink = new byte[SINK];
            long quietSince = System.nanoTime();
            for (long taken = 0; taken <= drained && System.nanoTime() - deadline < 0; ) {
                // the end of a body of known length is known before the stream knows it
                if (in.isFinished() || taken == announced) {
                    return true;
                }
                int available = Math.min(in.available(), sink.length);
                if (available > 0) {
                    taken += Math.max(0, in.read(sink, 0, available));
                    quietSince = System.nanoTime();
                } else if (System.nanoTime() - quietSince > QUIET_NANOS) {
                    // it announced more than it sends: it shall not keep its answer waiting, nor us
                    return false;
                } else {
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
            return false;
        } catch (IOException brokenOff) {
            return false;
        }
    }
}
