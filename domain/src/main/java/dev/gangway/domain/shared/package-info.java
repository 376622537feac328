/**
 * Values that every part of the domain uses. Start at {@link dev.gangway.domain.shared.InvalidValue}: a value that is
 * wrong cannot be constructed, so nobody downstream checks again.
 */
@NullMarked
package dev.gangway.domain.shared;

import org.jspecify.annotations.NullMarked;
