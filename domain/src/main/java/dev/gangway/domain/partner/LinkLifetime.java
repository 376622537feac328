package dev.gangway.domain.partner;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.time.Duration;

/** How long a partner's redirect links live: 60 seconds to 30 days, whole seconds (contract, "The redirect URL"). */
public record LinkLifetime(Duration value) {
    /** 30 days, what a partner has unless its file says otherwise. */
    public static final LinkLifetime DEFAULT = new LinkLifetime(Duration.ofDays(30));

    /** Checks the range. */
    public LinkLifetime {
        if (value.compareTo(Duration.ofSeconds(60)) < 0
                || value.compareTo(Duration.ofDays(30)) > 0
                || !value.equals(Duration.ofSeconds(value.toSeconds()))) {
            throw new InvalidValue(
                    "link_lifetime", FieldError.NOT_ALLOWED, "must be whole seconds from 60 seconds to 30 days");
        }
    }
}
