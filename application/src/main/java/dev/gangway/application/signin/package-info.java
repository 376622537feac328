/** Landing signed in, staying signed in, signing out. Start at {@link dev.gangway.application.signin.RedeemRedirectToken}. */
@NullMarked
package dev.gangway.application.signin;

import org.jspecify.annotations.NullMarked;
