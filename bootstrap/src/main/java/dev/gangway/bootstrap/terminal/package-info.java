/**
 * Where the process meets whoever started it: streams, variables, signals and refusals. Start at
 * {@link dev.gangway.bootstrap.terminal.Terminal}.
 */
@NullMarked
package dev.gangway.bootstrap.terminal;

import org.jspecify.annotations.NullMarked;
