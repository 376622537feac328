/**
 * {@code POST /api/v1/partner/register}, and its part about sources for a user that is there. Start at {@link dev.gangway.adapters.http.registration.RegistrationRoutes}; the
 * body is read by {@code RegistrationReader}, member by member and without reflection.
 *
 * <p>Invariant: every field that is wrong is named, and no value is ever repeated.
 */
@NullMarked
package dev.gangway.adapters.http.registration;

import org.jspecify.annotations.NullMarked;
