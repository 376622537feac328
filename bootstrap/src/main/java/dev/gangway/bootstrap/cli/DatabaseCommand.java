package dev.gangway.bootstrap.cli;

import dev.gangway.bootstrap.config.ConfigurationErrors;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.terminal.Terminal;
import dev.gangway.domain.shared.RequestOrigin;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that opens the database, does one thing and prints what came of it. */
abstract class DatabaseCommand implements Callable<Integer> {
    @Mixin
    private final Printing printing = new Printing();

    private final Terminal terminal;
    private final Backstage backstage;
    private final Purpose purpose;

    DatabaseCommand(Terminal terminal, Backstage backstage, Purpose purpose) {
        this.terminal = terminal;
        this.backstage = backstage;
        this.purpose = purpose;
    }

    @Override
    public final Integer call() throws ConfigurationErrors {
        Answer answer;
        try (Workbench workbench = backstage.open(terminal, purpose)) {
            answer = run(workbench);
        }
        printing.print(terminal, answer.data(), answer.lines());
        return 0;
    }

    abstract Answer run(Workbench workbench);

    Terminal terminal() {
        return terminal;
    }

    /** How the audit log names what a command did. */
    static RequestOrigin origin(String command) {
        return new RequestOrigin(
                "cli:" + command, "local", RequestOrigin.COMMAND_LINE, System.getProperty("user.name"));
    }
}
