/** Who calls. Start at {@link dev.gangway.application.auth.AuthenticatePartner}; schemes are in {@code auth.scheme}. */
@NullMarked
package dev.gangway.application.auth;

import org.jspecify.annotations.NullMarked;
