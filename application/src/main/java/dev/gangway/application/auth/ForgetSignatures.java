package dev.gangway.application.auth;

import dev.gangway.application.auth.port.SignatureMarks;
import dev.gangway.application.shared.ApplicationTime;
import java.time.Clock;

/** Forgets the signatures that are too old to be accepted again; any node may do so at any time. */
public final class ForgetSignatures {
    private final SignatureMarks marks;
    private final Clock clock;

    /** Forgets in {@code marks}. */
    public ForgetSignatures(SignatureMarks marks, Clock clock) {
        this.marks = marks;
        this.clock = clock;
    }

    /** Nothing to say. */
    public record Command() {}

    /** What became of it. */
    public sealed interface Outcome {
        /** So many are forgotten. */
        record Forgotten(int signatures) implements Outcome {}
    }

    /** Forgets. */
    public Outcome execute(Command command) {
        return new Outcome.Forgotten(marks.forget(ApplicationTime.now(clock)));
    }
}
