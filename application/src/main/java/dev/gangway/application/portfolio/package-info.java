/**
 * A user's portfolio, as a partner and as the user sees it. Start at
 * {@link dev.gangway.application.portfolio.ViewPortfolio}.
 *
 * <p>Invariant: a partner sees a user through an active connection alone, and of that user's sources those that it sent
 * itself, unless the user has chosen to share all of them.
 */
@NullMarked
package dev.gangway.application.portfolio;

import org.jspecify.annotations.NullMarked;
