package dev.gangway.domain.discount;

import dev.gangway.domain.partner.Partner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of the discount of one registration; it never fails the call. */
public sealed interface DiscountOutcome {
    /** The code that was tried, null if none was named and the partner has no default. */
    @Nullable
    DiscountCode tried();

    /** No code was named and the partner has no default. */
    record None() implements DiscountOutcome {
        @Override
        public @Nullable DiscountCode tried() {
            return null;
        }
    }

    /** The user has it now. For a capped one this holds only once it has been recorded. */
    record Applied(DiscountCode tried, Discount discount) implements DiscountOutcome {}

    /** Not given. */
    record Refused(DiscountCode tried, DiscountRefusal reason) implements DiscountOutcome {}

    /**
     * Decides, but for a cap, which only the record can tell.
     *
     * @param requested the code that the call names, null for the partner's default
     * @param hasOne whether the user has a discount already
     */
    static DiscountOutcome decide(Partner partner, @Nullable DiscountCode requested, boolean hasOne, Instant now) {
        DiscountCode tried = requested == null ? partner.defaultDiscount() : requested;
        if (tried == null) {
            return new None();
        }
        Discount discount = partner.discount(tried);
        if (discount == null) {
            return new Refused(tried, DiscountRefusal.INVALID_DISCOUNT_CODE);
        }
        if (hasOne) {
            return new Refused(tried, DiscountRefusal.DISCOUNT_ALREADY_USED);
        }
        if (discount.isExpired(now)) {
            return new Refused(tried, DiscountRefusal.DISCOUNT_EXPIRED);
        }
        return new Applied(tried, discount);
    }
}
