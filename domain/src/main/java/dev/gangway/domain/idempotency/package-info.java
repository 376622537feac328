/**
 * Calls that may be repeated without being done twice. Start at {@link dev.gangway.domain.idempotency.IdempotencyKey}.
 *
 * <p>Invariant: two spellings of one key are one key.
 */
@NullMarked
package dev.gangway.domain.idempotency;

import org.jspecify.annotations.NullMarked;
