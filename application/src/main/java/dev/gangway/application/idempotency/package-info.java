/**
 * Doing once what a partner asks for twice. Start at {@link dev.gangway.application.idempotency.AnswerOnce}.
 *
 * <p>Invariant: an answer is remembered in the transaction of what it tells of, and holds no secret.
 */
@NullMarked
package dev.gangway.application.idempotency;

import org.jspecify.annotations.NullMarked;
