/**
 * The command line. Start at {@link dev.gangway.bootstrap.cli.CommandLineInterface}. With {@code --output json} standard
 * output holds one JSON object and nothing else; what went wrong is one plain sentence on standard error; exit codes are
 * 0 for done, 1 for refused or failed, 2 for a command that was not understood. A secret is printed once, on standard
 * output.
 */
@NullMarked
package dev.gangway.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
