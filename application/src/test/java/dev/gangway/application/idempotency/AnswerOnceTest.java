package dev.gangway.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.idempotency.AnswerOnce.Done;
import dev.gangway.application.idempotency.AnswerOnce.Memory;
import dev.gangway.application.idempotency.AnswerOnce.Outcome;
import dev.gangway.application.idempotency.port.AnsweredCalls;
import dev.gangway.application.idempotency.port.AnsweredCalls.Remembered;
import dev.gangway.application.registration.RegisterPartnerUser;
import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.registration.port.Registrations;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.shared.port.Transactions;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.application.signin.port.RedirectTokens;
import dev.gangway.application.testkit.fixture.Faults;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.idempotency.IdempotencyKey;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Work is done once for each key, whatever fails, and what failed is done anew. */
class AnswerOnceTest {
    /** More calls than any registration makes: the loop below ends long before. */
    private static final int NO_END = 1000;

    private static final IdempotencyKey KEY = new IdempotencyKey("one");

    private InMemoryGangway gangway = new InMemoryGangway();
    private Partner sixpence = PartnerBuilder.sixpence().build();

    private AnswerOnce over(Faults faults) {
        return new AnswerOnce(
                faults.in(AnsweredCalls.class, gangway.ports().answeredCalls()),
                faults.in(RedirectTokens.class, gangway.ports().redirectTokens()),
                faults.in(LinkSigner.class, gangway.crypto().linkSigner()),
                faults.in(RandomTokens.class, gangway.crypto().randomTokens()),
                gangway.ids(),
                gangway.clock(),
                InMemoryGangway.BASE_URL);
    }

    private Outcome<String> call(Faults faults, String route, String request) {
        RegisterPartnerUser register = new RegisterPartnerUser(
                faults.in(Registrations.class, gangway.ports().registrations()),
                faults.in(Transactions.class, gangway.ports().transactions()),
                gangway.crypto().vault(),
                gangway.crypto().fingerprints(),
                gangway.crypto().linkSigner(),
                gangway.crypto().randomTokens(),
                gangway.ids(),
                gangway.clock(),
                InMemoryGangway.BASE_URL);
        return over(faults)
                .execute(new AnswerOnce.Command<>(
                        KEY,
                        route,
                        Secret.of(request),
                        gangway.principal(sixpence),
                        InMemoryGangway.ORIGIN,
                        () -> work(register)));
    }

    private Done<String> work(RegisterPartnerUser register) {
        return switch (register.execute(gangway.command(sixpence, RequestBuilder.of("user@example.com")))) {
            case Registered registered -> new Done<>("registered", new Memory("remembered", registered.userId()));
            case RegisterPartnerUser.Outcome.Refused refused -> new Done<>("refused", null);
        };
    }

    private Outcome<String> call(String route, String request) {
        return call(new Faults(0, Faults.Moment.BEFORE), route, request);
    }

    private void begin() {
        gangway = new InMemoryGangway();
        sixpence = gangway.enrol(sixpence);
    }

    @Test
    void aRepetitionFindsTheTextAndAFreshLink() {
        begin();
        assertThat(call("POST /a", "request")).isEqualTo(new Outcome.Answered<>("registered"));
        assertThat(call("POST /a", "request")).isInstanceOfSatisfying(Outcome.Replayed.class, replayed -> {
            assertThat(replayed.text()).isEqualTo("remembered");
            assertThat(replayed.link()).isNotNull();
        });
        assertThat(gangway.store().observed().users()).isEqualTo(1);
    }

    @Test
    void aKeyCountsForOneRouteOneRequestAndADay() {
        begin();
        call("POST /a", "request");
        assertThat(call("POST /a", "another")).isEqualTo(new Outcome.Refused<>(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        assertThat(call("POST /b", "another")).isEqualTo(new Outcome.Answered<>("registered"));
        gangway.clock().advance(Duration.ofHours(24));
        assertThat(call("POST /a", "another")).isEqualTo(new Outcome.Answered<>("registered"));
    }

    @Test
    void aFaultAtAnyCallLeavesBothOrNeitherAndARepetitionEndsInOneUserAndOneAnswer() {
        for (Faults.Moment moment : Faults.Moment.values()) {
            int call = 1;
            for (; call < NO_END; call++) {
                begin();
                Faults faults = new Faults(call, moment);
                try {
                    call(faults, "POST /a", "request");
                } catch (Faults.PortFault fault) {
                    assertThat(faults.fired()).isTrue();
                }
                if (!faults.fired()) {
                    break;
                }
                Map<String, Long> after = gangway.store().observed().rows();
                assertThat(after.get("answered calls"))
                        .as("%s call %d", moment, call)
                        .isEqualTo(after.get("users"));
                assertThat(call("POST /a", "request")).isNotInstanceOf(Outcome.Refused.class);
                assertThat(gangway.store().observed().users()).isEqualTo(1);
                assertThat(call("POST /a", "request")).isInstanceOf(Outcome.Replayed.class);
            }
            assertThat(call).isBetween(5, NO_END - 1);
        }
    }

    @Test
    void whatIsOverIsPurgedInBatches() {
        begin();
        AnsweredCalls calls = gangway.ports().answeredCalls();
        Instant now = gangway.clock().instant();
        calls.hold(Hashes.of("any"), now, before -> {
            for (int i = 0; i < 2500; i++) {
                calls.remember(Hashes.of("call " + i), new Remembered(Hashes.of("request"), "text", null, now));
            }
            return "done";
        });
        gangway.clock().advance(Duration.ofHours(24));
        call("POST /late", "request");
        PurgeAnswers purge = new PurgeAnswers(calls, gangway.clock());
        assertThat(purge.execute(new PurgeAnswers.Command())).isEqualTo(new PurgeAnswers.Outcome.Purged(2500));
        assertThat(gangway.store().observed().rows()).containsEntry("answered calls", 1L);
    }
}
