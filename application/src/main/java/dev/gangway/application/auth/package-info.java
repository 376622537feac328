/**
 * Who calls, and how often they may. Start at {@link dev.gangway.application.auth.AuthenticatePartner}; schemes are in
 * {@code auth.scheme}, limits in {@link dev.gangway.application.auth.AdmitCall} and
 * {@link dev.gangway.application.auth.AdmitAddress}. Whatever proved it, a caller is one
 * {@link dev.gangway.application.auth.Principal}; what matched nothing is refused.
 */
@NullMarked
package dev.gangway.application.auth;

import org.jspecify.annotations.NullMarked;
