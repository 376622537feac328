package dev.gangway.application.auth;

import dev.gangway.application.auth.port.CallRates;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.partner.CallRate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps a credential within its rate. Asked only for calls that have proved who they are, so that forged ones do not
 * count; a credential without a limit costs nothing, and one that is over its limit is counted once and then refused
 * from memory until it has room again.
 */
public final class AdmitCall {
    private final CallRates rates;
    private final RefusedCalls refused = new RefusedCalls();
    private final Clock clock;

    /** Counts in {@code rates}. */
    public AdmitCall(CallRates rates, Clock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    /** Who calls. */
    public record Command(Principal principal) {}

    /** Whether the call may go on. */
    public sealed interface Outcome {
        /** It may. */
        record Admitted() implements Outcome {}

        /**
         * It may not.
         *
         * @param retryAfter how long until one may, at least one second
         */
        record RateLimited(Duration retryAfter) implements Outcome {}
    }

    /** Admits the call or not. */
    public Outcome execute(Command command) {
        CallRate rate = command.principal().rate();
        if (rate.isUnlimited()) {
            return new Outcome.Admitted();
        }
        CredentialId credential = command.principal().credentialId();
        Instant now = ApplicationTime.now(clock);
        Duration known = refused.remaining(credential, rate.perMinute(), now);
        if (known.isPositive()) {
            return new Outcome.RateLimited(known);
        }
        Duration retryAfter = rates.admit(credential, rate.perMinute(), now);
        if (retryAfter.isZero()) {
            return new Outcome.Admitted();
        }
        refused.add(credential, rate.perMinute(), now, retryAfter);
        return new Outcome.RateLimited(retryAfter);
    }
}
