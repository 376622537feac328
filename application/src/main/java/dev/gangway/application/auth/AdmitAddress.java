package dev.gangway.application.auth;

import dev.gangway.application.auth.port.CallRates;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.domain.partner.CallRate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an address within what it may ask for without having proved who asks. Refused calls are counted for all nodes,
 * since whoever guesses may guess everywhere; pages by each node for itself, so that reading one costs no statement more.
 */
public final class AdmitAddress {
    private final CountedCalls calls;
    private final RecentVisits visits = new RecentVisits();
    private final AddressRates limits;
    private final Clock clock;

    /** Counts in {@code rates} up to {@code limits}. */
    public AdmitAddress(CallRates rates, AddressRates limits, Clock clock) {
        this.calls = new CountedCalls(rates);
        this.limits = limits;
        this.clock = clock;
    }

    /** What comes from an address. */
    public enum Occasion {
        /** A call with a credential that is not verified yet: looks whether too many have failed, and counts nothing. */
        UNVERIFIED,
        /** A call without a credential. */
        ANONYMOUS,
        /** A call whose credential was none. */
        FAILED,
        /** A request for a page. */
        PAGE
    }

    /**
     * A request.
     *
     * @param occasion what it is
     * @param address where it comes from
     */
    public record Command(Occasion occasion, String address) {}

    /** Whether it is answered. */
    public sealed interface Outcome {
        /**
         * It is.
         *
         * @param quota what is left, null if nothing was counted
         */
        record Admitted(@Nullable Quota quota) implements Outcome {}

        /**
         * It is not.
         *
         * @param quota tells how long until one is
         */
        record RateLimited(Quota quota) implements Outcome {}
    }

    /** Admits the request or not. */
    public Outcome execute(Command command) {
        Instant now = ApplicationTime.now(clock);
        String address = command.address();
        return switch (command.occasion()) {
            case UNVERIFIED -> look("failed-authentication", limits.failed(), CallCounter.failed(address), now);
            case ANONYMOUS -> count("anonymous", limits.anonymous(), CallCounter.anonymous(address), now);
            case FAILED -> count("failed-authentication", limits.failed(), CallCounter.failed(address), now);
            case PAGE -> visit(limits.pages(), CallCounter.holder(address), now);
        };
    }

    private Outcome look(String policy, CallRate rate, CallCounter counter, Instant now) {
        Duration full = rate.isUnlimited() ? Duration.ZERO : calls.full(counter, rate.perMinute(), now);
        return full.isPositive()
                ? new Outcome.RateLimited(Quota.of(policy, rate.perMinute(), Admission.refused(full)))
                : new Outcome.Admitted(null);
    }

    private Outcome count(String policy, CallRate rate, CallCounter counter, Instant now) {
        return rate.isUnlimited()
                ? new Outcome.Admitted(null)
                : outcome(policy, rate, calls.admit(counter, rate.perMinute(), now));
    }

    private Outcome visit(CallRate rate, String holder, Instant now) {
        return rate.isUnlimited()
                ? new Outcome.Admitted(null)
                : outcome("page", rate, visits.admit(holder, rate.perMinute(), now));
    }

    private static Outcome outcome(String policy, CallRate rate, Admission admission) {
        Quota quota = Quota.of(policy, rate.perMinute(), admission);
        return admission.admitted() ? new Outcome.Admitted(quota) : new Outcome.RateLimited(quota);
    }
}
