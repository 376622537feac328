package dev.gangway.application.auth;

import dev.gangway.application.auth.port.CallRates;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.domain.partner.CallRate;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a credential within its rate. Asked only for calls that have proved who they are, so that forged ones do not
 * count; a credential without a limit costs nothing, and one that has used its limit up is refused from memory until it
 * has room again.
 */
public final class AdmitCall {
    private static final String POLICY = "credential";

    private final CountedCalls calls;
    private final Clock clock;

    /** Counts in {@code rates}. */
    public AdmitCall(CallRates rates, Clock clock) {
        this.calls = new CountedCalls(rates);
        this.clock = clock;
    }

    /** Who calls. */
    public record Command(Principal principal) {}

    /** Whether the call may go on. */
    public sealed interface Outcome {
        /**
         * It may.
         *
         * @param quota what is left, null if there is no limit
         */
        record Admitted(@Nullable Quota quota) implements Outcome {}

        /**
         * It may not.
         *
         * @param quota tells how long until one may
         */
        record RateLimited(Quota quota) implements Outcome {}
    }

    /** Admits the call or not. */
    public Outcome execute(Command command) {
        CallRate rate = command.principal().rate();
        if (rate.isUnlimited()) {
            return new Outcome.Admitted(null);
        }
        CallCounter counter = CallCounter.of(command.principal().credentialId());
        Admission admission = calls.admit(counter, rate.perMinute(), ApplicationTime.now(clock));
        Quota quota = Quota.of(POLICY, rate.perMinute(), admission);
        return admission.admitted() ? new Outcome.Admitted(quota) : new Outcome.RateLimited(quota);
    }
}
