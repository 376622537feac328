package dev.gangway.bootstrap;

import dev.gangway.bootstrap.cli.CommandLineInterface;
import dev.gangway.bootstrap.terminal.Stop;
import dev.gangway.bootstrap.terminal.Terminal;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The front door of the server and its command line. */
public final class Main {
    private Main() {}

    /** Runs the command that is named and exits with its code. */
    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                System.getenv());
        System.exit(new CommandLineInterface(terminal, Stop.onSignals()).run(arguments));
    }
}
