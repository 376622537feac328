/**
 * The whole program from outside: as processes of its own, over HTTP and the command line, and in a real browser. Start at
 * {@link dev.gangway.bootstrap.e2e.JourneyTest}.
 */
@NullMarked
package dev.gangway.bootstrap.e2e;

import org.jspecify.annotations.NullMarked;
