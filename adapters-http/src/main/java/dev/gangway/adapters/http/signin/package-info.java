/**
 * The redirect link, the session that it begins, and its end. Start at
 * {@link dev.gangway.adapters.http.signin.LinkRoutes}.
 *
 * <p>Invariant: whatever merely looks at a link leaves it as it was, and a browser that did not win gets no session.
 */
@NullMarked
package dev.gangway.adapters.http.signin;

import org.jspecify.annotations.NullMarked;
