package dev.gangway.domain.partner;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.time.Duration;

/** How long the tokens that a partner signs itself may live: 1 to 60 minutes, whole seconds (contract, "Partner authentication"). */
public record TokenLifetime(Duration value) {
    /** 15 minutes, the most unless a partner's file says otherwise. */
    public static final TokenLifetime DEFAULT = new TokenLifetime(Duration.ofMinutes(15));

    /** Checks the range. */
    public TokenLifetime {
        if (value.compareTo(Duration.ofMinutes(1)) < 0
                || value.compareTo(Duration.ofMinutes(60)) > 0
                || !value.equals(Duration.ofSeconds(value.toSeconds()))) {
            throw new InvalidValue(
                    "token_lifetime", FieldError.NOT_ALLOWED, "must be whole seconds from 1 minute to 60 minutes");
        }
    }
}
