package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.registration.port.Registrations.Recorded;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The part of {@link RegistrationsContract} that is about discounts. */
interface DiscountRegistrationsContract extends PersistenceContract {
    private @Nullable String discountOf(Handed handed) {
        return Objects.requireNonNull(ports().reports().find(handed.user())).discountCode();
    }

    private boolean hasDiscount(Desk desk, Partner partner, String email) {
        return Objects.requireNonNull(desk.snapshot(partner, email)).hasDiscount();
    }

    @Test
    default void anAppliedDiscountIsTheUsers() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "new@example.com");
        assertThat(handed.recorded()).isEqualTo(Recorded.KEPT);
        assertThat(discountOf(handed)).isEqualTo("SIXPENCE_WELCOME_500");
        assertThat(hasDiscount(desk, sixpence, "new@example.com")).isTrue();
    }

    @Test
    default void aRefusedDiscountIsNobodys() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(
                sixpence, RequestBuilder.by(sixpence, "new@example.com").discountCode("UNKNOWN"));
        assertThat(handed.recorded()).isEqualTo(Recorded.KEPT);
        assertThat(discountOf(handed)).isNull();
        assertThat(hasDiscount(desk, sixpence, "new@example.com")).isFalse();
    }

    @Test
    default void aKnownUserWithoutOneGetsIt() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        desk.register(sixpence, RequestBuilder.by(sixpence, "known@example.com").discountCode("UNKNOWN"));
        Handed again = desk.register(sixpence, "known@example.com");
        assertThat(again.recorded()).isEqualTo(Recorded.KEPT);
        assertThat(discountOf(again)).isEqualTo("SIXPENCE_WELCOME_500");
    }

    @Test
    default void codesThatDifferInMoreThanAsciiCaseAreDifferentOnes() {
        Desk desk = desk();
        Partner partner = desk.enrol(PartnerBuilder.of("fold")
                .discount("kilo", null, null)
                .discount("\u212Ailo", 1, null)
                .discount("k\u0131lo", 1, null)
                .discount("\uD83D\uDE00".repeat(50), 1, null)
                .build());
        String[] codes = {"KILO", "\u212Ailo", "k\u0131lo", "\uD83D\uDE00".repeat(50)};
        for (int i = 0; i < codes.length; i++) {
            String email = "user" + i + "@example.com";
            assertThat(desk.register(partner, RequestBuilder.by(partner, email).discountCode(codes[i]))
                            .recorded())
                    .as(codes[i])
                    .isEqualTo(Recorded.KEPT);
            assertThat(hasDiscount(desk, partner, email)).as(codes[i]).isTrue();
        }
    }

    @Test
    default void aCapIsReachedAndTheRegistrationIsKeptWithoutTheDiscount() {
        Desk desk = desk();
        Partner capped =
                desk.enrol(PartnerBuilder.of("capped").discount("FEW", 2, null).build());
        RequestBuilder call = RequestBuilder.by(capped, "user@example.com").discountCode("few");
        assertThat(desk.register(capped, call.email("one@example.com")).recorded())
                .isEqualTo(Recorded.KEPT);
        assertThat(desk.register(capped, call.email("two@example.com")).recorded())
                .isEqualTo(Recorded.KEPT);
        Handed third = desk.register(capped, call.email("three@example.com"));
        assertThat(third.recorded()).isEqualTo(Recorded.KEPT_WITHOUT_DISCOUNT);
        assertThat(discountOf(third)).isNull();
        assertThat(hasDiscount(desk, capped, "three@example.com")).isFalse();
        assertThat(ports().redirectTokens().find(third.link())).isNotNull();
        assertThat(ports().observed().queuedImports()).hasSize(3);
        assertThat(ports().observed().audit()).contains(third.registration().audit());
    }

    @Test
    default void aCapIsNotTakenByARegistrationThatIsNotKept() {
        Desk desk = desk();
        Partner capped =
                desk.enrol(PartnerBuilder.of("capped").discount("FEW", 1, null).build());
        RequestBuilder call = RequestBuilder.by(capped, "one@example.com").partnerUserId("p-1");
        desk.register(capped, call);
        assertThat(desk.register(capped, call.email("two@example.com").discountCode("FEW"))
                        .recorded())
                .isEqualTo(Recorded.PARTNER_USER_ID_IN_USE);
        Handed kept = desk.register(capped, call.email("three@example.com").partnerUserId("p-3"));
        assertThat(kept.recorded()).isEqualTo(Recorded.KEPT);
        assertThat(discountOf(kept)).isEqualTo("FEW");
    }

    @Test
    default void aChangeOfTheEnrolmentDoesNotForgetWhoHasTheDiscount() {
        Desk desk = desk();
        Partner before =
                desk.enrol(PartnerBuilder.of("capped").discount("FEW", 1, null).build());
        Handed first = desk.register(
                before, RequestBuilder.by(before, "one@example.com").discountCode("FEW"));
        Partner renamed = PartnerBuilder.like(before).name("Renamed").build();
        assertThat(ports().partners().change(renamed, desk.audit(AuditAction.PARTNER_CHANGED, renamed, "renamed")))
                .isTrue();
        assertThat(desk.register(
                                renamed,
                                RequestBuilder.by(renamed, "two@example.com").discountCode("FEW"))
                        .recorded())
                .isEqualTo(Recorded.KEPT_WITHOUT_DISCOUNT);
        Partner without = PartnerBuilder.like(renamed).withoutDiscounts().build();
        assertThat(ports().partners().change(without, desk.audit(AuditAction.PARTNER_CHANGED, without, "none")))
                .isTrue();
        assertThat(discountOf(first)).isEqualTo("FEW");
    }

    @Test
    default void aDiscountThatIsGoneSinceThePartnerWasReadDoesNotFailTheCall() {
        Desk desk = desk();
        Partner asRead = desk.enrol(PartnerBuilder.of("stale")
                .discount("ANY", null, null)
                .discount("FEW", 5, null)
                .build());
        Partner now = PartnerBuilder.like(asRead).withoutDiscounts().build();
        ports().partners().change(now, desk.audit(AuditAction.PARTNER_CHANGED, now, "none"));
        for (String code : List.of("ANY", "FEW")) {
            Handed handed = desk.register(
                    asRead, RequestBuilder.by(asRead, code + "@example.com").discountCode(code));
            assertThat(handed.recorded().isKept()).as(code).isTrue();
        }
    }

    @Test
    default void ofManyAtOnceExactlyAsManyGetACappedDiscountAsItsCapSays() {
        Desk desk = desk();
        Partner capped =
                desk.enrol(PartnerBuilder.of("capped").discount("FEW", 10, null).build());
        List<Recorded> recorded = Race.amongAll(i -> desk.register(
                        capped,
                        RequestBuilder.by(capped, "user" + i + "@example.com").discountCode("FEW"))
                .recorded());
        assertThat(recorded).filteredOn(Recorded.KEPT::equals).hasSize(10);
        assertThat(recorded).filteredOn(Recorded.KEPT_WITHOUT_DISCOUNT::equals).hasSize(Race.RACERS - 10);
        assertThat(ports().observed().users()).isEqualTo(Race.RACERS);
        long having = 0;
        for (int i = 0; i < Race.RACERS; i++) {
            having += hasDiscount(desk, capped, "user" + i + "@example.com") ? 1 : 0;
        }
        assertThat(having).isEqualTo(10);
    }

    @Test
    default void ofManyCallsForOneUserExactlyOneTakesTheDiscount() {
        Desk desk = desk();
        Partner capped =
                desk.enrol(PartnerBuilder.of("capped").discount("FEW", 2, null).build());
        Race.among(
                16,
                i -> desk.register(
                        capped, RequestBuilder.by(capped, "user@example.com").discountCode("FEW")));
        assertThat(desk.register(
                                capped,
                                RequestBuilder.by(capped, "second@example.com").discountCode("FEW"))
                        .recorded())
                .isEqualTo(Recorded.KEPT);
        assertThat(desk.register(
                                capped,
                                RequestBuilder.by(capped, "third@example.com").discountCode("FEW"))
                        .recorded())
                .isEqualTo(Recorded.KEPT_WITHOUT_DISCOUNT);
    }
}
