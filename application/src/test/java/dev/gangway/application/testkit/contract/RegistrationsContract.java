package dev.gangway.application.testkit.contract;

import dev.gangway.application.registration.port.Registrations;

/** What every {@link Registrations} is held to: of new users, of known ones, of discounts, and in races. */
public interface RegistrationsContract
        extends NewUserRegistrationsContract,
                KnownUserRegistrationsContract,
                DiscountRegistrationsContract,
                RegistrationRacesContract {}
