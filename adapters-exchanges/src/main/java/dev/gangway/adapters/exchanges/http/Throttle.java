package dev.gangway.adapters.exchanges.http;

import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.domain.source.ExchangeName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Keeps all that is asked of one exchange from this address within what the exchange allows, whichever source asks. Calls
 * are spaced out (a leaky bucket: a burst, then a steady flow), and when the exchange asks for peace nobody asks at all.
 *
 * <p>It lives in memory, for it is about the address that this process calls from; several nodes behind one address each
 * learn of a pause by their own first refusal.
 */
public final class Throttle {
    /** No pause is longer, whatever an exchange asks for. */
    static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** Whoever would have to wait longer for a turn comes back later instead of holding a worker. */
    static final Duration LONGEST_TURN = Duration.ofSeconds(20);

    private final ExchangeName exchange;
    private final Rule rule;
    private final Clock clock;
    private final Waiting waiting;
    private Instant spentUntil = Instant.EPOCH;
    private Instant pausedUntil = Instant.EPOCH;

    /**
     * What an exchange allows.
     *
     * @param burst how many units may be spent at once, at least as many as the dearest call costs
     * @param refill how long one unit takes to come back
     */
    public record Rule(int burst, Duration refill) {
        /** Checks the ranges. */
        public Rule {
            if (burst < 1 || refill.isNegative() || refill.isZero()) {
                throw new IllegalArgumentException("A burst of at least 1, and a refill that takes time");
            }
        }

        /** So many units a second, and as many at once. */
        public static Rule perSecond(int units) {
            return new Rule(units, Duration.ofSeconds(1).dividedBy(units));
        }

        /** So many units a minute, of which a sixth may be spent at once. */
        public static Rule perMinute(int units) {
            return new Rule(Math.max(1, units / 6), Duration.ofMinutes(1).dividedBy(units));
        }
    }

    /** Waits, for a test to replace. */
    @FunctionalInterface
    public interface Waiting {
        /** Returns after {@code wait}. */
        void until(Duration wait) throws InterruptedException;

        /** Really waits. */
        Waiting REAL = wait -> Thread.sleep(wait);
    }

    /** Nothing spent, nothing paused. */
    public Throttle(ExchangeName exchange, Rule rule, Clock clock, Waiting waiting) {
        this.exchange = exchange;
        this.rule = rule;
        this.clock = clock;
        this.waiting = waiting;
    }

    /**
     * Returns when it is the caller's turn.
     *
     * @param cost of the call, in the rule's units
     * @throws ExchangeUnavailable postponed, if that is not soon
     */
    void enter(int cost) {
        Duration turn = reserve(cost);
        if (turn.isPositive()) {
            try {
                waiting.until(turn);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw postponed("was not waited for", Duration.ZERO);
            }
            refuseWhilePaused();
        }
    }

    private synchronized Duration reserve(int cost) {
        refuseWhilePaused();
        Instant now = clock.instant();
        Instant full = now.plus(rule.refill().multipliedBy(rule.burst()));
        // after a clock that was set back nothing is remembered as spent that could not have been
        Instant before =
                spentUntil.isBefore(now) ? now : spentUntil.isAfter(full.plus(LONGEST_TURN)) ? full : spentUntil;
        Instant spent = before.plus(rule.refill().multipliedBy(cost));
        Duration wait = Duration.between(full, spent);
        if (wait.compareTo(LONGEST_TURN) > 0) {
            throw postponed("is being asked enough already", wait);
        }
        spentUntil = spent;
        return wait;
    }

    private synchronized void refuseWhilePaused() {
        Duration left = Duration.between(clock.instant(), pausedUntil);
        // a clock that was set back must not make the pause longer than any
        if (left.isPositive() && left.compareTo(LONGEST_PAUSE) <= 0) {
            throw postponed("asked for peace", left);
        }
    }

    /** The exchange has asked everybody here to wait; an older and longer pause stays. */
    synchronized void pause(Duration wait) {
        Duration bounded = wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
        Instant until = clock.instant().plus(bounded);
        if (until.isAfter(pausedUntil)) {
            pausedUntil = until;
        }
    }

    private ExchangeUnavailable postponed(String what, Duration wait) {
        return ExchangeUnavailable.postponed(exchange + " " + what, wait);
    }
}
