/** What {@link dev.gangway.application.user} needs. */
@NullMarked
package dev.gangway.application.user.port;

import org.jspecify.annotations.NullMarked;
