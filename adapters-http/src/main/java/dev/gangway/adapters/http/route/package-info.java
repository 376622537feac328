/**
 * Routes and the one place that lets requests in. Start at {@link dev.gangway.adapters.http.route.Route} and
 * {@link dev.gangway.adapters.http.route.Gate}.
 *
 * <p>Invariant: closed by default, by type. A route states the scope or the session that it needs, or it is one of the
 * few named {@link dev.gangway.adapters.http.route.PublicPath}s; there is no third kind.
 */
@NullMarked
package dev.gangway.adapters.http.route;

import org.jspecify.annotations.NullMarked;
