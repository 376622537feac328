package dev.gangway.application.audit;

import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.application.shared.ApplicationTime;
import java.time.Clock;
import java.time.Duration;

/** Forgets what explains refused calls once nobody is likely to ask; the audit log itself keeps their rows. */
public final class ForgetExplanations {
    /** How long an explanation is kept: the path and query of a call are in it, which may name a person. */
    public static final Duration KEPT = Duration.ofDays(14);

    private final AuditTrail trail;
    private final Clock clock;

    /** Forgets in {@code trail}. */
    public ForgetExplanations(AuditTrail trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** Nothing to say. */
    public record Command() {}

    /** What came of it. */
    public sealed interface Outcome {
        /** So many are gone. */
        record Forgotten(int explanations) implements Outcome {}
    }

    /** Forgets. */
    public Outcome execute(Command command) {
        return new Outcome.Forgotten(
                trail.forgetExplanations(ApplicationTime.now(clock).minus(KEPT)));
    }
}
