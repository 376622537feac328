/**
 * The decision behind the product's one call. Start at {@link dev.gangway.domain.registration.Registration}: from a
 * checked request and one snapshot it derives everything that is to be recorded, all or nothing. An
 * {@link dev.gangway.domain.registration.Attachment} is its part about sources, for a user that is there.
 */
@NullMarked
package dev.gangway.domain.registration;

import org.jspecify.annotations.NullMarked;
