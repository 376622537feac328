/** The ports of the key rings. */
@NullMarked
package dev.gangway.application.keys.port;

import org.jspecify.annotations.NullMarked;
