/**
 * The decision behind the product's one call. Start at {@link dev.gangway.domain.registration.Registration}: from a
 * checked request and one snapshot it derives everything that is to be recorded, all or nothing.
 */
@NullMarked
package dev.gangway.domain.registration;

import org.jspecify.annotations.NullMarked;
