/**
 * The ways for a partner to prove itself, one class each. Start at
 * {@link dev.gangway.application.auth.scheme.AuthenticationScheme}. A scheme refuses what it does not understand.
 */
@NullMarked
package dev.gangway.application.auth.scheme;

import org.jspecify.annotations.NullMarked;
