/**
 * Registering users, the product's one call, and what a partner adds to one later: sources and links. Start at
 * {@link dev.gangway.application.registration.RegisterPartnerUser}. Everything is sealed, hashed and signed before a
 * connection is taken, and recorded at once or not at all.
 */
@NullMarked
package dev.gangway.application.registration;

import org.jspecify.annotations.NullMarked;
