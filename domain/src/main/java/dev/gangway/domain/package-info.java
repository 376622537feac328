/**
 * Partners, users, sources, links, discounts and money as values that cannot be invalid, and the rules between
 * them as functions of those values.
 *
 * <p>No clock, no randomness, no I/O, and no library but the JSpecify annotations: whatever happens here can be said
 * again from its arguments.
 */
@NullMarked
package dev.gangway.domain;

import org.jspecify.annotations.NullMarked;
