/** The ports of authentication. */
@NullMarked
package dev.gangway.application.auth.port;

import org.jspecify.annotations.NullMarked;
