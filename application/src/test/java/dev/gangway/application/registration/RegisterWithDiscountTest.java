package dev.gangway.application.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.discount.DiscountOutcome;
import dev.gangway.domain.discount.DiscountRefusal;
import dev.gangway.domain.partner.Partner;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of the discount of a register call; it never fails the call. */
class RegisterWithDiscountTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner partner = gangway.enrol(PartnerBuilder.of("partner")
            .discount("Welcome_500", null, null)
            .discount("FEW", 1, null)
            .discount("PAST", null, MovableClock.START)
            .discount("SOON_PAST", null, MovableClock.START.plusSeconds(60))
            .defaultDiscount("WELCOME_500")
            .build());

    private Registered register(Partner by, String email, @Nullable String code) {
        return gangway.register(by, RequestBuilder.by(by, email).discountCode(code));
    }

    private DiscountOutcome discount(String email, @Nullable String code) {
        return register(partner, email, code).discount();
    }

    private static DiscountOutcome refused(String tried, DiscountRefusal reason) {
        return new DiscountOutcome.Refused(DiscountCode.of(tried), reason);
    }

    private @Nullable String kept(Registered registered) {
        return gangway.report(registered.userId()).discountCode();
    }

    @Test
    void theNamedCodeIsAppliedInWhateverCase() {
        Registered answer = register(partner, "user@example.com", "few");
        assertThat(answer.discount()).isInstanceOf(DiscountOutcome.Applied.class);
        assertThat(answer.discount().tried()).extracting(code -> code.value()).isEqualTo("few");
        assertThat(kept(answer)).isEqualTo("FEW");
    }

    @Test
    void withoutACodeThePartnersDefaultIsTried() {
        Registered answer = register(partner, "user@example.com", null);
        assertThat(answer.discount()).isInstanceOf(DiscountOutcome.Applied.class);
        assertThat(kept(answer)).isEqualToIgnoringCase("WELCOME_500");
    }

    @Test
    void anEmptyCodeIsAbsent() {
        assertThat(discount("user@example.com", "")).isInstanceOf(DiscountOutcome.Applied.class);
    }

    @Test
    void withoutACodeAndADefaultNothingIsTried() {
        Partner plain = gangway.enrol(PartnerBuilder.of("plain").build());
        assertThat(register(plain, "user@example.com", null).discount()).isEqualTo(new DiscountOutcome.None());
    }

    @Test
    void anUnknownAndAnotherPartnersCodeLookAlike() {
        Partner other = gangway.enrol(
                PartnerBuilder.of("other").discount("THEIRS", null, null).build());
        assertThat(discount("one@example.com", "UNKNOWN"))
                .isEqualTo(refused("UNKNOWN", DiscountRefusal.INVALID_DISCOUNT_CODE));
        assertThat(discount("two@example.com", "THEIRS"))
                .isEqualTo(refused("THEIRS", DiscountRefusal.INVALID_DISCOUNT_CODE));
        assertThat(register(other, "three@example.com", "THEIRS").discount())
                .isInstanceOf(DiscountOutcome.Applied.class);
    }

    @Test
    void aLetterThatOnlyLooksLikeTheCodesIsAnotherCode() {
        assertThat(discount("user@example.com", "FE\uFF37"))
                .isEqualTo(refused("FE\uFF37", DiscountRefusal.INVALID_DISCOUNT_CODE));
    }

    @Test
    void aCodeExpiresAtItsInstant() {
        assertThat(discount("one@example.com", "PAST")).isEqualTo(refused("PAST", DiscountRefusal.DISCOUNT_EXPIRED));
        gangway.clock().advance(Duration.ofSeconds(60).minusNanos(1000));
        assertThat(discount("two@example.com", "SOON_PAST")).isInstanceOf(DiscountOutcome.Applied.class);
        gangway.clock().advance(Duration.ofNanos(1000));
        assertThat(discount("three@example.com", "SOON_PAST"))
                .isEqualTo(refused("SOON_PAST", DiscountRefusal.DISCOUNT_EXPIRED));
    }

    @Test
    void anExhaustedCodeIsRefusedAndTheRestIsKept() {
        register(partner, "one@example.com", "FEW");
        Registered answer = register(partner, "two@example.com", "FEW");
        assertThat(answer.discount()).isEqualTo(refused("FEW", DiscountRefusal.DISCOUNT_EXHAUSTED));
        assertThat(answer.created()).isTrue();
        assertThat(answer.sourcesAdded()).isEqualTo(1);
        assertThat(kept(answer)).isNull();
    }

    @Test
    void aUserHasOneDiscountTheDefaultToo() {
        register(partner, "user@example.com", "FEW");
        assertThat(discount("user@example.com", "Welcome_500"))
                .isEqualTo(refused("Welcome_500", DiscountRefusal.DISCOUNT_ALREADY_USED));
        assertThat(discount("user@example.com", null))
                .isEqualTo(refused("Welcome_500", DiscountRefusal.DISCOUNT_ALREADY_USED));
        assertThat(discount("user@example.com", "FEW"))
                .isEqualTo(refused("FEW", DiscountRefusal.DISCOUNT_ALREADY_USED));
        assertThat(discount("user@example.com", "UNKNOWN"))
                .isEqualTo(refused("UNKNOWN", DiscountRefusal.INVALID_DISCOUNT_CODE));
    }

    @Test
    void aKnownUserWhoseDiscountWasRefusedMayStillGetOne() {
        discount("user@example.com", "UNKNOWN");
        Registered answer = register(partner, "user@example.com", "FEW");
        assertThat(answer.created()).isFalse();
        assertThat(answer.discount()).isInstanceOf(DiscountOutcome.Applied.class);
        assertThat(kept(answer)).isEqualTo("FEW");
    }

    @Test
    void ofManyAtOnceAsManyGetItAsItsCapSays() {
        Partner capped = gangway.enrol(
                PartnerBuilder.of("capped").discount("TEN", 10, null).build());
        List<Registered> answers = Race.amongAll(i -> register(capped, "user" + i + "@example.com", "TEN"));
        assertThat(answers)
                .filteredOn(answer -> answer.discount() instanceof DiscountOutcome.Applied)
                .hasSize(10);
        assertThat(answers)
                .filteredOn(answer -> answer.discount().equals(refused("TEN", DiscountRefusal.DISCOUNT_EXHAUSTED)))
                .hasSize(Race.RACERS - 10);
    }
}
