/**
 * Refusals as answers (RFC 9457). Start at {@link dev.gangway.adapters.http.problem.Problems}, the one place that puts
 * an error code on a status.
 *
 * <p>Invariant: a problem says nothing of the inside and never repeats a value that was sent.
 */
@NullMarked
package dev.gangway.adapters.http.problem;

import org.jspecify.annotations.NullMarked;
