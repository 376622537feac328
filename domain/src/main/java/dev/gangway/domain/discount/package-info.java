/**
 * Discounts: one per user, applied at registration, never the reason for a call to fail. Start at
 * {@link dev.gangway.domain.discount.DiscountOutcome}.
 */
@NullMarked
package dev.gangway.domain.discount;

import org.jspecify.annotations.NullMarked;
