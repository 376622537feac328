package dev.gangway.application.auth;

import dev.gangway.application.auth.port.CallRates;
import java.time.Duration;
import java.time.Instant;

/** Counts calls, and refuses from memory whoever is known to have none left. */
final class CountedCalls {
    private final CallRates rates;
    private final RefusedCalls refused = new RefusedCalls();

    CountedCalls(CallRates rates) {
        this.rates = rates;
    }

    /** Whether the count is known to be full; how long it is to stay so, zero if nobody knows. */
    Duration full(CallCounter counter, int limit, Instant now) {
        return refused.remaining(counter, limit, now);
    }

    /** Counts one, if there is room for it. */
    Admission admit(CallCounter counter, int limit, Instant now) {
        Duration known = full(counter, limit, now);
        if (known.isPositive()) {
            return Admission.refused(known);
        }
        Admission admission = rates.admit(counter, limit, now);
        if (admission.remaining() == 0) {
            refused.add(counter, limit, now, admission.reset());
        }
        return admission;
    }
}
