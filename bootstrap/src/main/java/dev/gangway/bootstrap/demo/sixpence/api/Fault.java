package dev.gangway.bootstrap.demo.sixpence.api;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A way in which exchanges go wrong. */
public sealed interface Fault {

    /** Nothing goes wrong. */
    static Fault none() {
        return new None();
    }

    /** The call is answered as it should be. */
    record None() implements Fault {}

    /** A 5xx answer of something in front of the exchange, in HTML as those are. */
    record Unavailable(int status) implements Fault {}

    /** 429, with the time to wait. */
    record RateLimited(Duration retryAfter) implements Fault {}

    /** The key is refused, whatever it is. */
    record RefuseKey() implements Fault {}

    /** The right answer, late. */
    record Slow(Duration delay) implements Fault {}

    /** The right answer, of which only the beginning arrives before the connection breaks. */
    record CutBody(int bytes) implements Fault {}

    /**
     * The right answer as soon as the test lets it go; nothing before.
     *
     * @param reached counted down when the call has arrived
     * @param release waited for
     */
    record Pause(CountDownLatch reached, CountDownLatch release) implements Fault {}

    /** Any other answer. */
    record Instead(int status, String contentType, String body) implements Fault {}
}
