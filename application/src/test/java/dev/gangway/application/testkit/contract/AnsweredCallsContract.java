package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.idempotency.port.AnsweredCalls;
import dev.gangway.application.idempotency.port.AnsweredCalls.Remembered;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link AnsweredCalls} is held to. */
public interface AnsweredCallsContract extends PersistenceContract {
    private static Digest call(String name) {
        return Hashes.of("call " + name);
    }

    private static Remembered answer(Desk desk, String text, @Nullable UserId linkFor, Duration kept) {
        return new Remembered(
                Hashes.of("request " + text), text, linkFor, desk.now().plus(kept));
    }

    private static Remembered answer(Desk desk, String text) {
        return answer(desk, text, null, Duration.ofHours(24));
    }

    private @Nullable Remembered rememberedOf(Digest call, Instant now) {
        return Objects.requireNonNull(ports().answeredCalls().hold(call, now, Optional::ofNullable))
                .orElse(null);
    }

    private void remember(Desk desk, Digest call, Remembered answer) {
        ports().answeredCalls().hold(call, desk.now(), before -> {
            ports().answeredCalls().remember(call, answer);
            return answer;
        });
    }

    @Test
    default void nothingIsRememberedOfACallThatWasNeverMade() {
        assertThat(rememberedOf(call("new"), desk().now())).isNull();
    }

    @Test
    default void anAnswerReadsBackAsItWasGivenToThisCallAlone() {
        Desk desk = desk();
        UserId user = desk.register(desk.sixpence(), "user@example.com").user();
        Remembered plain = answer(desk, "200 {\"a\":\"é ✓\"}");
        Remembered linked = answer(desk, "201 {}", user, Duration.ofHours(1));
        remember(desk, call("plain"), plain);
        remember(desk, call("linked"), linked);
        assertThat(rememberedOf(call("plain"), desk.now())).isEqualTo(plain);
        assertThat(rememberedOf(call("linked"), desk.now())).isEqualTo(linked);
        assertThat(rememberedOf(call("other"), desk.now())).isNull();
    }

    @Test
    default void anAnswerThatIsOverIsForgottenAtOnceAndMayBeReplaced() {
        Desk desk = desk();
        Remembered first = answer(desk, "first", null, Duration.ofHours(24));
        remember(desk, call("over"), first);
        assertThat(rememberedOf(call("over"), first.expiresAt().minusMillis(1))).isEqualTo(first);
        assertThat(rememberedOf(call("over"), first.expiresAt())).isNull();
        desk.later(Duration.ofHours(24));
        Remembered second = answer(desk, "second");
        remember(desk, call("over"), second);
        assertThat(rememberedOf(call("over"), desk.now())).isEqualTo(second);
    }

    @Test
    default void workThatThrowsLeavesNeitherWorkNorAnswer() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Map<String, Long> before = ports().observed().rows();
        assertThatThrownBy(() -> ports().answeredCalls().hold(call("failing"), desk.now(), remembered -> {
                    desk.register(sixpence, "user@example.com");
                    ports().answeredCalls().remember(call("failing"), answer(desk, "never given"));
                    throw new IllegalStateException("too late");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ports().observed().rows()).isEqualTo(before);
        assertThat(rememberedOf(call("failing"), desk.now())).isNull();
    }

    @Test
    default void whoeverComesMeanwhileIsTurnedAwayAndAnotherCallIsNot() {
        Desk desk = desk();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch tried = new CountDownLatch(1);
        List<String> answers = Race.among(2, i -> {
            if (i == 0) {
                return Objects.requireNonNull(ports().answeredCalls().hold(call("slow"), desk.now(), before -> {
                    begun.countDown();
                    await(tried);
                    return "done";
                }));
            }
            await(begun);
            String answer = ports().answeredCalls().hold(call("slow"), desk.now(), before -> "done twice");
            tried.countDown();
            return answer == null ? "turned away" : answer;
        });
        assertThat(answers).containsExactly("done", "turned away");
        assertThat(ports().answeredCalls().<String>hold(call("slow"), desk.now(), before -> "free"))
                .isEqualTo("free");
    }

    @Test
    default void ofManyAtOnceExactlyOneWorksAndTheOthersAreTurnedAwayOrFindItsAnswer() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        AtomicInteger worked = new AtomicInteger();
        Remembered given = answer(desk, "given");
        List<String> answers = Race.among(16, i -> {
            String answer = ports().answeredCalls().hold(call("one"), desk.now(), before -> {
                if (before != null) {
                    return "replayed " + before.text();
                }
                worked.incrementAndGet();
                desk.register(sixpence, "user@example.com");
                ports().answeredCalls().remember(call("one"), given);
                return "worked";
            });
            return answer == null ? "turned away" : answer;
        });
        assertThat(worked).hasValue(1);
        assertThat(answers).containsOnlyOnce("worked");
        assertThat(answers).isSubsetOf("worked", "replayed given", "turned away");
        assertThat(ports().observed().users()).isEqualTo(1);
        assertThat(rememberedOf(call("one"), desk.now())).isEqualTo(given);
    }

    @Test
    default void aPurgeDeletesWhatIsOverOldestFirstAndNoMoreThanItMay() {
        Desk desk = desk();
        for (int hours = 1; hours <= 5; hours++) {
            remember(desk, call("of hour " + hours), answer(desk, "hour " + hours, null, Duration.ofHours(hours)));
        }
        Instant now = desk.later(Duration.ofHours(4));
        assertThat(ports().answeredCalls().purge(now, 3)).isEqualTo(3);
        assertThat(ports().answeredCalls().purge(now, 3)).isEqualTo(1);
        assertThat(ports().answeredCalls().purge(now, 3)).isZero();
        assertThat(rememberedOf(call("of hour 5"), now)).isNotNull();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
