package dev.gangway.domain.partner;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;

/**
 * How many calls a minute a credential of a partner may make.
 *
 * @param perMinute 1 to 1,000,000, or 0 for unlimited
 */
public record CallRate(int perMinute) {
    /** No limit. */
    public static final CallRate UNLIMITED = new CallRate(0);

    /** 600 calls a minute, what a bearer token may make unless its partner's file says otherwise. */
    public static final CallRate DEFAULT = new CallRate(600);

    /** Checks the range. */
    public CallRate {
        if (perMinute < 0 || perMinute > 1_000_000) {
            throw new InvalidValue("rate", FieldError.NOT_ALLOWED, "must be 1 to 1000000 calls a minute, or unlimited");
        }
    }

    /** Whether no limit applies. */
    public boolean isUnlimited() {
        return perMinute == 0;
    }

    @Override
    public String toString() {
        return isUnlimited() ? "unlimited" : Integer.toString(perMinute);
    }
}
