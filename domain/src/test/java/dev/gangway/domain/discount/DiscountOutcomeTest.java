package dev.gangway.domain.discount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.LinkLifetime;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.user.Realm;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which discount a call gets, but for caps. */
class DiscountOutcomeTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final Discount ALWAYS = new Discount(DiscountCode.of("Always"), null, null);
    private static final Discount ENDS_NOW = new Discount(DiscountCode.of("ENDS_NOW"), null, NOW);
    private static final Discount ENDS_SOON = new Discount(DiscountCode.of("ENDS_SOON"), 1, NOW.plusNanos(1));

    private static Partner partner(@Nullable String defaultCode) {
        return new Partner(
                new PartnerId(new UUID(1, 2)),
                new PartnerSlug("sixpence"),
                "SixpenceX",
                Realm.SHARED,
                Set.of(new ExchangeName("SIXPENCE")),
                List.of(ALWAYS, ENDS_NOW, ENDS_SOON),
                defaultCode == null ? null : DiscountCode.of(defaultCode),
                LinkLifetime.DEFAULT,
                null,
                null,
                CallRate.UNLIMITED);
    }

    private static DiscountOutcome decide(@Nullable String defaultCode, @Nullable String requested, boolean hasOne) {
        return DiscountOutcome.decide(partner(defaultCode), DiscountCode.optional(requested), hasOne, NOW);
    }

    private static DiscountOutcome refused(String tried, DiscountRefusal reason) {
        return new DiscountOutcome.Refused(DiscountCode.of(tried), reason);
    }

    @Test
    void theRequestedCodeOutranksTheDefault() {
        assertThat(decide("Always", "ends_soon", false))
                .isEqualTo(new DiscountOutcome.Applied(DiscountCode.of("ends_soon"), ENDS_SOON));
        assertThat(decide("Always", null, false))
                .isEqualTo(new DiscountOutcome.Applied(DiscountCode.of("Always"), ALWAYS));
        assertThat(decide(null, null, true)).isEqualTo(new DiscountOutcome.None());
        assertThat(decide(null, null, false).tried()).isNull();
    }

    @Test
    void aRefusalNamesTheCodeThatWasTriedAsItWasSent() {
        assertThat(Objects.requireNonNull(decide(null, "aLWAYS", true).tried()).value())
                .isEqualTo("aLWAYS");
    }

    @Test
    void refusalsHaveAnOrder() {
        assertThat(decide(null, "UNKNOWN", true)).isEqualTo(refused("UNKNOWN", DiscountRefusal.INVALID_DISCOUNT_CODE));
        assertThat(decide(null, "ENDS_NOW", true))
                .isEqualTo(refused("ENDS_NOW", DiscountRefusal.DISCOUNT_ALREADY_USED));
        assertThat(decide("Always", null, true)).isEqualTo(refused("Always", DiscountRefusal.DISCOUNT_ALREADY_USED));
        assertThat(decide(null, "ENDS_NOW", false)).isEqualTo(refused("ENDS_NOW", DiscountRefusal.DISCOUNT_EXPIRED));
    }

    @Test
    void everyRefusalHasAMessage() {
        for (DiscountRefusal refusal : DiscountRefusal.values()) {
            assertThat(refusal.message()).isNotBlank().endsWith(".");
        }
    }

    @Test
    void codesAreComparedInAsciiCaseAndKeptAsGiven() {
        assertThat(DiscountCode.of("Kilo"))
                .isEqualTo(DiscountCode.of("KILO"))
                .hasSameHashCodeAs(DiscountCode.of("kilo"));
        assertThat(DiscountCode.of("\u212Ailo")).isNotEqualTo(DiscountCode.of("kilo"));
        assertThat(DiscountCode.of("k\u0131lo")).isNotEqualTo(DiscountCode.of("kilo"));
        assertThat(DiscountCode.of(" kilo")).isNotEqualTo(DiscountCode.of("kilo"));
        assertThat(DiscountCode.of("Kilo")).hasToString("Kilo");
    }

    @Test
    void aCodeHasAtMostFiftyCharacters() {
        assertThat(DiscountCode.of("\uD83D\uDE00".repeat(50)).value()).hasSize(100);
        InvalidValue tooLong = catchThrowableOfType(InvalidValue.class, () -> DiscountCode.optional("a".repeat(51)));
        assertThat(tooLong.field()).isEqualTo("discount_code");
        assertThat(tooLong.code()).isEqualTo(FieldError.TOO_LONG);
        assertThat(DiscountCode.optional(null)).isNull();
        assertThat(DiscountCode.optional("")).isNull();
    }
}
