/** The ports of signing in: signed links, their single use, sessions and form tokens. */
@NullMarked
package dev.gangway.application.signin.port;

import org.jspecify.annotations.NullMarked;
