package dev.gangway.application.upload;

import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.upload.port.Uploads;
import java.time.Clock;

/** Forgets uploads that nobody has confirmed in time; any node may do so at any time. */
public final class PurgeUploads {
    private final Uploads uploads;
    private final Clock clock;

    /** Purges {@code uploads}. */
    public PurgeUploads(Uploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Nothing to say. */
    public record Command() {}

    /** What became of it. */
    public sealed interface Outcome {
        /** So many are gone. */
        record Purged(int uploads) implements Outcome {}
    }

    /** Purges. */
    public Outcome execute(Command command) {
        return new Outcome.Purged(uploads.purge(ApplicationTime.now(clock)));
    }
}
