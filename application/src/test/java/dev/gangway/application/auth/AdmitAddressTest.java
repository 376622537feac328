package dev.gangway.application.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.AdmitAddress.Occasion;
import dev.gangway.application.auth.AdmitAddress.Outcome;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.partner.CallRate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An address may ask only so often without having proved who asks. */
class AdmitAddressTest {
    private static final String HERE = "192.0.2.7";

    private final InMemoryGangway gangway = new InMemoryGangway();
    private final AdmitAddress node = node();
    private final AdmitAddress otherNode = node();

    private AdmitAddress node() {
        return node(new AddressRates(new CallRate(2), new CallRate(3), new CallRate(4)));
    }

    private AdmitAddress node(AddressRates rates) {
        return new AdmitAddress(gangway.ports().callRates(), rates, gangway.clock());
    }

    private static boolean isAdmitted(AdmitAddress node, Occasion occasion, String address) {
        return switch (node.execute(new AdmitAddress.Command(occasion, address))) {
            case Outcome.Admitted admitted -> true;
            case Outcome.RateLimited limited -> false;
        };
    }

    @Test
    void callsWithoutCredentialsAreCountedForAllNodes() {
        assertThat(node.execute(new AdmitAddress.Command(Occasion.ANONYMOUS, HERE)))
                .isEqualTo(new Outcome.Admitted(new Quota("anonymous", 2, 1, Duration.ofSeconds(60))));
        assertThat(isAdmitted(otherNode, Occasion.ANONYMOUS, HERE)).isTrue();
        gangway.clock().advance(Duration.ofSeconds(15));
        assertThat(node.execute(new AdmitAddress.Command(Occasion.ANONYMOUS, HERE)))
                .isEqualTo(new Outcome.RateLimited(new Quota("anonymous", 2, 0, Duration.ofSeconds(45))));
        assertThat(isAdmitted(otherNode, Occasion.ANONYMOUS, HERE)).isFalse();
        assertThat(isAdmitted(node, Occasion.ANONYMOUS, "192.0.2.8")).isTrue();
    }

    @Test
    void whereTooManyHaveFailedNothingMoreIsVerifiedUntilTheWindowHasPassed() {
        for (int i = 0; i < 3; i++) {
            assertThat(isAdmitted(node, Occasion.UNVERIFIED, HERE)).isTrue();
            assertThat(isAdmitted(node, Occasion.FAILED, HERE)).isTrue();
        }
        assertThat(node.execute(new AdmitAddress.Command(Occasion.UNVERIFIED, HERE)))
                .isEqualTo(new Outcome.RateLimited(new Quota("failed-authentication", 3, 0, Duration.ofSeconds(60))));
        assertThat(isAdmitted(node, Occasion.UNVERIFIED, "192.0.2.8")).isTrue();
        gangway.clock().advance(Duration.ofSeconds(60));
        assertThat(isAdmitted(node, Occasion.UNVERIFIED, HERE)).isTrue();
        assertThat(isAdmitted(node, Occasion.FAILED, HERE)).isTrue();
    }

    @Test
    void anotherNodeLearnsOfItWithTheFirstThatFailsThere() {
        for (int i = 0; i < 3; i++) {
            assertThat(isAdmitted(node, Occasion.FAILED, HERE)).isTrue();
        }
        assertThat(isAdmitted(otherNode, Occasion.FAILED, HERE)).isFalse();
        assertThat(isAdmitted(otherNode, Occasion.UNVERIFIED, HERE)).isFalse();
    }

    @Test
    void lookingCountsNothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(node.execute(new AdmitAddress.Command(Occasion.UNVERIFIED, HERE)))
                    .isEqualTo(new Outcome.Admitted(null));
        }
    }

    @Test
    void theOccasionsAreCountedApart() {
        while (isAdmitted(node, Occasion.ANONYMOUS, HERE)) {
            assertThat(isAdmitted(node, Occasion.UNVERIFIED, HERE)).isTrue();
        }
        assertThat(isAdmitted(node, Occasion.FAILED, HERE)).isTrue();
        assertThat(isAdmitted(node, Occasion.PAGE, HERE)).isTrue();
    }

    @Test
    void theHolderOfAnIpv6NetworkIsCountedOnce() {
        assertThat(isAdmitted(node, Occasion.ANONYMOUS, "2001:db8:1:2::1")).isTrue();
        assertThat(isAdmitted(node, Occasion.ANONYMOUS, "2001:db8:1:2:ffff::2")).isTrue();
        assertThat(isAdmitted(node, Occasion.ANONYMOUS, "2001:db8:1:2:0:9::3")).isFalse();
        assertThat(isAdmitted(node, Occasion.ANONYMOUS, "2001:db8:1:3::1")).isTrue();
        assertThat(isAdmitted(node, Occasion.ANONYMOUS, "::ffff:192.0.2.7")).isTrue();
        assertThat(isAdmitted(node, Occasion.ANONYMOUS, HERE)).isTrue();
        assertThat(isAdmitted(node, Occasion.ANONYMOUS, HERE)).isFalse();
    }

    @Test
    void whatIsNoAddressIsCountedToo() {
        assertThat(isAdmitted(node, Occasion.ANONYMOUS, "x".repeat(5000))).isTrue();
        assertThat(isAdmitted(node, Occasion.ANONYMOUS, "")).isTrue();
        assertThat(isAdmitted(node, Occasion.ANONYMOUS, "unknown")).isFalse();
    }

    @Test
    void withoutLimitsNothingIsCounted() {
        AdmitAddress lifted = node(AddressRates.UNLIMITED);
        for (Occasion occasion : Occasion.values()) {
            for (int i = 0; i < 10_000; i++) {
                assertThat(lifted.execute(new AdmitAddress.Command(occasion, HERE)))
                        .isEqualTo(new Outcome.Admitted(null));
            }
        }
    }

    @Test
    void inNoSixtySecondsAreMorePagesAdmittedThanTheLimit() {
        Random random = new Random(20261126);
        Deque<Instant> window = new ArrayDeque<>();
        int admitted = 0;
        for (int i = 0; i < 1000; i++) {
            gangway.clock().advance(Duration.ofMillis(random.nextInt(9000)));
            Instant now = gangway.clock().instant();
            while (!window.isEmpty() && !window.getFirst().isAfter(now.minusSeconds(60))) {
                window.removeFirst();
            }
            if (isAdmitted(node, Occasion.PAGE, HERE)) {
                window.addLast(now);
                admitted++;
            }
            assertThat(window).as("visit %d", i).hasSizeLessThanOrEqualTo(4);
        }
        assertThat(admitted).isGreaterThan(200);
    }

    @Test
    void aPageThatIsRefusedIsToldWhenThereWillBeOne() {
        while (isAdmitted(node, Occasion.PAGE, HERE)) {
            gangway.clock().advance(Duration.ofSeconds(1));
        }
        assertThat(node.execute(new AdmitAddress.Command(Occasion.PAGE, HERE)))
                .isInstanceOfSatisfying(Outcome.RateLimited.class, limited -> {
                    assertThat(limited.quota().reset()).isBetween(Duration.ofSeconds(55), Duration.ofSeconds(60));
                    gangway.clock().advance(limited.quota().reset());
                });
        assertThat(isAdmitted(node, Occasion.PAGE, HERE)).isTrue();
    }

    @Test
    void ofMoreVisitorsThanThereIsRoomForThoseOfLongAgoAreForgotten() {
        RecentVisits visits = new RecentVisits();
        Instant now = gangway.clock().instant();
        assertThat(visits.admit("first", 1, now).admitted()).isTrue();
        assertThat(visits.admit("second", 1, now).admitted()).isTrue();
        for (int i = 0; i < RecentVisits.MAX_VISITORS - 2; i++) {
            visits.admit("other " + i, 1, now);
        }
        assertThat(visits.admit("first", 1, now).admitted()).isFalse();
        visits.admit("one too many", 1, now);
        assertThat(visits.admit("first", 1, now).admitted()).isFalse();
        assertThat(visits.admit("second", 1, now).admitted()).isTrue();
    }

    @Test
    void aClockThatIsPutBackBlocksNobodyForLong() {
        RecentVisits visits = new RecentVisits();
        Instant now = gangway.clock().instant();
        assertThat(visits.admit("a", 1, now.plusSeconds(3600)).admitted()).isTrue();
        assertThat(visits.admit("a", 1, now).admitted()).isTrue();
        assertThat(visits.admit("a", 1, now.minusSeconds(7)).admitted()).isFalse();
        assertThat(visits.admit("a", 1, now.plusSeconds(65)).admitted()).isTrue();
    }
}
