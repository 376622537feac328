/**
 * Where it all comes together: {@code Main}, the command line, the configuration and the wiring.
 */
@NullMarked
package dev.gangway.bootstrap;

import org.jspecify.annotations.NullMarked;
