package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.Admission;
import dev.gangway.application.auth.CallCounter;
import dev.gangway.application.auth.port.CallRates;
import dev.gangway.application.testkit.fixture.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link CallRates} is held to. */
public interface CallRatesContract extends PersistenceContract {
    private CallCounter counter(Desk desk) {
        return CallCounter.of(desk.ids().credentialId());
    }

    private Admission admit(CallCounter counter, int limit, Instant now) {
        return ports().callRates().admit(counter, limit, now);
    }

    @Test
    default void asManyCallsAsTheLimitSaysAreAdmittedAndTheNextIsToldHowLongToWait() {
        Desk desk = desk();
        CallCounter counter = counter(desk);
        for (int i = 0; i < 3; i++) {
            assertThat(admit(counter, 3, desk.now()).admitted()).isTrue();
            desk.later(Duration.ofSeconds(10));
        }
        Admission refused = admit(counter, 3, desk.now());
        assertThat(refused.admitted()).isFalse();
        assertThat(refused.reset()).isEqualTo(Duration.ofSeconds(30));
        assertThat(admit(counter, 3, desk.later(refused.reset())).admitted()).isTrue();
    }

    @Test
    default void everyCallIsToldHowManyAreLeftAndWhenThereIsOneMore() {
        Desk desk = desk();
        CallCounter counter = counter(desk);
        for (int i = 0; i < 3; i++) {
            Admission admission = admit(counter, 3, desk.now());
            assertThat(admission.remaining()).isEqualTo(2 - i);
            assertThat(admission.reset()).isEqualTo(Duration.ofSeconds(60 - i * 20L));
            desk.later(Duration.ofSeconds(20));
        }
        desk.later(Duration.ofSeconds(1));
        assertThat(admit(counter, 3, desk.now()).remaining()).isZero();
        assertThat(admit(counter, 10, desk.now()).remaining()).isEqualTo(6);
        assertThat(admit(counter, 3, desk.now()).remaining()).isZero();
    }

    @Test
    default void theWaitIsAtLeastOneSecond() {
        Desk desk = desk();
        CallCounter counter = counter(desk);
        admit(counter, 1, desk.now());
        Instant justBefore = desk.later(CallRates.WINDOW.minusMillis(1));
        Admission refused = admit(counter, 1, justBefore);
        assertThat(refused.admitted()).isFalse();
        assertThat(refused.reset()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(admit(counter, 1, desk.later(Duration.ofMillis(1001))).admitted())
                .isTrue();
    }

    @Test
    default void nobodyIsToldToWaitForLongerThanTheWindowNorTooShort() {
        Desk desk = desk();
        Random random = new Random(20261126);
        for (int round = 0; round < 20; round++) {
            desk.later(Duration.ofMillis(random.nextInt(1000)));
            CallCounter counter = counter(desk);
            for (int i = 0; i < 5; i++) {
                assertThat(admit(counter, 5, desk.now()).reset()).isLessThanOrEqualTo(CallRates.WINDOW);
                desk.later(Duration.ofMillis(random.nextInt(400)));
            }
            Admission refused = admit(counter, 5, desk.now());
            assertThat(refused.admitted()).isFalse();
            assertThat(refused.reset()).isLessThanOrEqualTo(CallRates.WINDOW);
            assertThat(admit(counter, 5, desk.later(refused.reset())).admitted())
                    .isTrue();
        }
    }

    @Test
    default void aCallThatOthersOvertakeOnItsWayIsNotToldToWaitForLongerEither() {
        Desk desk = desk();
        CallCounter counter = counter(desk);
        Instant earlier = desk.now();
        admit(counter, 1, desk.later(Duration.ofMillis(300)));
        Admission refused = admit(counter, 1, earlier);
        assertThat(refused.admitted()).isFalse();
        assertThat(refused.reset()).isEqualTo(CallRates.WINDOW);
    }

    @Test
    default void refusedCallsDoNotCount() {
        Desk desk = desk();
        CallCounter counter = counter(desk);
        admit(counter, 1, desk.now());
        for (int i = 0; i < 59; i++) {
            assertThat(admit(counter, 1, desk.later(Duration.ofSeconds(1))).admitted())
                    .isFalse();
        }
        assertThat(admit(counter, 1, desk.later(Duration.ofSeconds(2))).admitted())
                .isTrue();
    }

    @Test
    default void countersAreCountedApart() {
        Desk desk = desk();
        CallCounter one = counter(desk);
        CallCounter two = counter(desk);
        admit(one, 1, desk.now());
        assertThat(admit(two, 1, desk.now()).admitted()).isTrue();
        assertThat(admit(one, 1, desk.now()).admitted()).isFalse();
    }

    @Test
    default void ofManyCallsAtOnceNoMoreThanTheLimitAreAdmitted() {
        Desk desk = desk();
        CallCounter counter = counter(desk);
        List<Admission> admissions = Race.amongAll(i -> admit(counter, 20, desk.now()));
        assertThat(admissions).filteredOn(Admission::admitted).hasSize(20);
        assertThat(admissions)
                .filteredOn(Admission::admitted)
                .extracting(Admission::remaining)
                .doesNotHaveDuplicates();
    }

    @Test
    default void inNoWindowOfSixtySecondsAreMoreThanTheLimitAdmitted() {
        Desk desk = desk();
        CallCounter counter = counter(desk);
        Random random = new Random(20261122);
        Deque<Instant> window = new ArrayDeque<>();
        for (int i = 0; i < 300; i++) {
            Instant now = desk.later(Duration.ofMillis(random.nextInt(2500)));
            while (!window.isEmpty() && !window.getFirst().isAfter(now.minus(CallRates.WINDOW))) {
                window.removeFirst();
            }
            if (admit(counter, 10, now).admitted()) {
                window.addLast(now);
            }
            assertThat(window).as("admitted in the 60 s before call %d", i).hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    default void aNodeWhoseClockIsALittleBehindCountsWithTheOthers() {
        Desk desk = desk();
        CallCounter counter = counter(desk);
        assertThat(admit(counter, 2, desk.now()).admitted()).isTrue();
        assertThat(admit(counter, 2, desk.now().minusSeconds(30)).admitted()).isTrue();
        assertThat(admit(counter, 2, desk.later(Duration.ofSeconds(20))).admitted())
                .isFalse();
    }

    @Test
    default void aNodeWhoseClockWasFarAheadBlocksNobodyForLongerThanAWindow() {
        Desk desk = desk();
        CallCounter counter = counter(desk);
        Instant ahead = desk.now().plus(Duration.ofHours(1));
        assertThat(admit(counter, 1, ahead).admitted()).isTrue();
        Admission refused = admit(counter, 1, desk.now());
        assertThat(refused.admitted()).isFalse();
        assertThat(refused.reset()).isEqualTo(Duration.ofSeconds(60));
        assertThat(admit(counter, 1, desk.later(Duration.ofSeconds(30))).admitted())
                .isFalse();
        assertThat(admit(counter, 1, desk.later(Duration.ofSeconds(31))).admitted())
                .isTrue();
        assertThat(admit(counter, 1, desk.now()).admitted()).isFalse();
    }

    @Test
    default void onlyCountsThatAreOverArePurged() {
        Desk desk = desk();
        CallCounter old = counter(desk);
        CallCounter current = counter(desk);
        admit(old, 1, desk.now());
        admit(current, 1, desk.later(Duration.ofSeconds(100)));
        assertThat(ports().callRates().purge(desk.now().minusSeconds(50))).isEqualTo(1);
        assertThat(ports().callRates().purge(desk.now().minusSeconds(50))).isZero();
        assertThat(admit(current, 1, desk.now()).admitted()).isFalse();
        assertThat(admit(old, 1, desk.now()).admitted()).isTrue();
    }
}
