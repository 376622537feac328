/**
 * The house, held to its plan: which room may use what, and what a use case, a port and an adapter look like. Start at
 * {@link dev.gangway.architecture.DirectionTest}.
 *
 * <p>Every rule is a {@link dev.gangway.architecture.Guard} and names classes under {@code seeded}, a small house whose
 * every room breaks a rule: a rule that no longer fires there fails the build like one that is broken in the real house.
 */
@NullMarked
package dev.gangway.architecture;

import org.jspecify.annotations.NullMarked;
