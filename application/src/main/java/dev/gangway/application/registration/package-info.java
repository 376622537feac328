/** Registering users, the product's one call. Start at {@link dev.gangway.application.registration.RegisterPartnerUser}. */
@NullMarked
package dev.gangway.application.registration;

import org.jspecify.annotations.NullMarked;
