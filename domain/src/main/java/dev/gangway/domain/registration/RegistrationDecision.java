package dev.gangway.domain.registration;

import dev.gangway.domain.shared.ErrorCode;

/** What is to become of a registration of a user that exists. */
public sealed interface RegistrationDecision permits Registration, RegistrationDecision.Refused {
    /** It changes nothing. */
    record Refused(ErrorCode code) implements RegistrationDecision {}
}
