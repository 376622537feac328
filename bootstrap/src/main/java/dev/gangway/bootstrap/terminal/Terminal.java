package dev.gangway.bootstrap.terminal;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command talks to.
 *
 * @param in standard input
 * @param out standard output: what was asked for
 * @param err standard error: everything else
 * @param variables the process's environment
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, Map<String, String> variables) {
    /** Copies the variables, which may hold secrets; see {@link #toString()}. */
    public Terminal {
        variables = Map.copyOf(variables);
    }

    /** Tells nothing of the variables. */
    @Override
    public String toString() {
        return "Terminal[]";
    }
}
