/**
 * Use cases, one final class with one {@code execute} each, and the ports that they need.
 *
 * <p>Depends on the domain alone. The contract of every port lies in the testkit, beside in-memory adapters that keep
 * it.
 */
@NullMarked
package dev.gangway.application;

import org.jspecify.annotations.NullMarked;
