package dev.gangway.domain.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.user.Realm;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a partner's enrolment may say. */
class PartnerTest {
    private static Partner partner(
            Set<ExchangeName> exchanges, List<Discount> discounts, @Nullable DiscountCode defaultDiscount) {
        return new Partner(
                new PartnerId(new UUID(1, 2)),
                new PartnerSlug("sixpence"),
                "SixpenceX",
                Realm.SHARED,
                exchanges,
                discounts,
                defaultDiscount,
                LinkLifetime.DEFAULT,
                null,
                null,
                CallRate.DEFAULT);
    }

    private static Discount discount(String code) {
        return new Discount(DiscountCode.of(code), null, null);
    }

    private static Set<ExchangeName> sixpence() {
        return Set.of(new ExchangeName("SIXPENCE"));
    }

    @Test
    void itsSourceIsItsSlugInUpperCase() {
        assertThat(partner(sixpence(), List.of(), null).partnerSource()).isEqualTo("SIXPENCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a1", "a_", "sixpence_2", "abcdefghijklmnopqrstuvwxyz_12345"})
    void aSlugIsShortAndPlain(String value) {
        assertThat(new PartnerSlug(value).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "1a",
                "_a",
                "Ab",
                "a-b",
                "a b",
                "a\u00E4",
                "\u0131a",
                "abcdefghijklmnopqrstuvwxyz_123456"
            })
    void anythingElseIsNoSlug(String value) {
        assertThatThrownBy(() -> new PartnerSlug(value)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void itMaySendAtLeastOneExchange() {
        assertThatThrownBy(() -> partner(Set.of(), List.of(), null)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void itsDiscountsHaveDifferentCodesAndTheDefaultIsOneOfThem() {
        assertThatThrownBy(() -> partner(sixpence(), List.of(discount("A"), discount("a")), null))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> partner(sixpence(), List.of(discount("A")), DiscountCode.of("B")))
                .isInstanceOf(InvalidValue.class);
        Partner partner = partner(sixpence(), List.of(discount("Welcome")), DiscountCode.of("WELCOME"));
        assertThat(partner.discount(DiscountCode.of("welcome"))).isEqualTo(discount("Welcome"));
        assertThat(partner.discount(DiscountCode.of("other"))).isNull();
    }

    @Test
    void theOrderOfItsDiscountsDoesNotMatter() {
        assertThat(partner(sixpence(), List.of(discount("a"), discount("B")), null))
                .isEqualTo(partner(sixpence(), List.of(discount("B"), discount("a")), null));
    }

    @Test
    void aDiscountsCapIsAtLeastOne() {
        assertThatThrownBy(() -> new Discount(DiscountCode.of("A"), 0, null)).isInstanceOf(InvalidValue.class);
        assertThat(new Discount(DiscountCode.of("A"), 1, null).cap()).isEqualTo(1);
    }

    @Test
    void linksLiveSixtySecondsToThirtyDays() {
        assertThat(new LinkLifetime(Duration.ofSeconds(60)).value()).hasSeconds(60);
        assertThat(new LinkLifetime(Duration.ofDays(30))).isEqualTo(LinkLifetime.DEFAULT);
        for (Duration value : new Duration[] {
            Duration.ZERO, Duration.ofSeconds(59), Duration.ofDays(30).plusSeconds(1), Duration.ofMillis(60_500)
        }) {
            assertThatThrownBy(() -> new LinkLifetime(value)).isInstanceOf(InvalidValue.class);
        }
    }

    @Test
    void aRateIsAPositiveNumberOrNone() {
        assertThat(CallRate.UNLIMITED.isUnlimited()).isTrue();
        assertThat(CallRate.UNLIMITED).hasToString("unlimited");
        assertThat(new CallRate(1_000_000).isUnlimited()).isFalse();
        assertThat(CallRate.DEFAULT).hasToString("600");
        assertThatThrownBy(() -> new CallRate(-1)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new CallRate(1_000_001)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void theWayForwardIsTheRefreshAddressElseTheReturnAddress() {
        WebAddress back = new WebAddress("https://a.example/back");
        WebAddress fresh = new WebAddress("https://a.example/fresh");
        assertThat(withAddresses(back, fresh).wayForward()).isEqualTo(fresh);
        assertThat(withAddresses(back, null).wayForward()).isEqualTo(back);
        assertThat(withAddresses(null, null).wayForward()).isNull();
    }

    private static Partner withAddresses(@Nullable WebAddress back, @Nullable WebAddress fresh) {
        Partner plain = partner(sixpence(), List.of(), null);
        return new Partner(
                plain.id(),
                plain.slug(),
                plain.name(),
                plain.realm(),
                plain.exchanges(),
                plain.discounts(),
                plain.defaultDiscount(),
                plain.linkLifetime(),
                back,
                fresh,
                plain.rate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"user@example.com", "User@B\u00FCcher.example"})
    void aPartnersIdIsNeverAnEmailAddress(String value) {
        InvalidValue invalid = catchThrowableOfType(InvalidValue.class, () -> new PartnerUserId(value));
        assertThat(invalid.field()).isEqualTo("partner_user_id");
        assertThat(invalid.code()).isEqualTo(FieldError.NOT_ALLOWED);
    }

    @Test
    void aPartnersIdIsKeptAsGivenAndComparedSo() {
        assertThat(PartnerUserId.optional(null)).isNull();
        assertThat(PartnerUserId.optional("")).isNull();
        assertThat(PartnerUserId.optional(" a ")).isEqualTo(new PartnerUserId(" a "));
        assertThat(PartnerUserId.optional("@jordan")).isEqualTo(new PartnerUserId("@jordan"));
        assertThat(new PartnerUserId("a")).isNotEqualTo(new PartnerUserId("A"));
        assertThat(new PartnerUserId("\uD83D\uDE00".repeat(128)).value()).hasSize(256);
        assertThat(catchThrowableOfType(InvalidValue.class, () -> new PartnerUserId("a".repeat(129)))
                        .code())
                .isEqualTo(FieldError.TOO_LONG);
        assertThat(catchThrowableOfType(InvalidValue.class, () -> new PartnerUserId("   "))
                        .code())
                .isEqualTo(FieldError.INVALID_FORMAT);
    }

    @Test
    void aPartnersIdIsNeverAnEmailAddressHoweverItIsWritten() {
        for (String address :
                List.of("a@b.co", " a@b.co", "<a@b.co>", "acct:a@b.co", "a@b.co.", "a@b", "x@[1.2.3.4]")) {
            assertThat(catchThrowableOfType(InvalidValue.class, () -> new PartnerUserId(address))
                            .code())
                    .as(address)
                    .isEqualTo(FieldError.NOT_ALLOWED);
        }
    }
}
