/** The whole program, as processes of its own, over HTTP and the command line alone. */
@NullMarked
package dev.gangway.bootstrap.e2e;

import org.jspecify.annotations.NullMarked;
