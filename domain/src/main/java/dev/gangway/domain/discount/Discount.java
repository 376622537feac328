package dev.gangway.domain.discount;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A discount of one partner's.
 *
 * @param code its code, unique within the partner
 * @param cap how many users may have it, at least 1; null for any number, and then it takes no lock
 * @param expiresAt the first instant at which it is no longer given, null for never
 */
public record Discount(
        DiscountCode code, @Nullable Integer cap, @Nullable Instant expiresAt) {
    /** Checks the cap. */
    public Discount {
        if (cap != null && cap < 1) {
            throw new InvalidValue("discounts", FieldError.NOT_ALLOWED, "a cap must be at least 1");
        }
    }

    /** Whether it is no longer given at {@code now}. */
    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }
}
