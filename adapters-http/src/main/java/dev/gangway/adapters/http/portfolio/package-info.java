/**
 * What a partner's server reads of a user: {@code GET /portfolio} and {@code GET /portfolio-properties}. Start at
 * {@link dev.gangway.adapters.http.portfolio.PortfolioRoutes}.
 *
 * <p>Invariant: a user that is not there and a user that has not let the partner in are told alike.
 */
@NullMarked
package dev.gangway.adapters.http.portfolio;

import org.jspecify.annotations.NullMarked;
