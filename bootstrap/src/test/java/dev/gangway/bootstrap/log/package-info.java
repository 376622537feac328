/** What must never reach a log. */
@NullMarked
package dev.gangway.bootstrap.log;

import org.jspecify.annotations.NullMarked;
