package dev.gangway.bootstrap.cli;

import dev.gangway.bootstrap.config.ConfigurationErrors;
import dev.gangway.bootstrap.log.Redaction;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Stop;
import dev.gangway.bootstrap.terminal.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Understands a command line and runs the command that it names. */
public final class CommandLineInterface {
    /** Done. */
    public static final int DONE = 0;

    /** Refused, or failed; standard error says why. */
    public static final int FAILED = 1;

    /** Not understood. */
    public static final int MISUSED = 2;

    private static final Logger LOG = LoggerFactory.getLogger(CommandLineInterface.class);

    private final Terminal terminal;
    private final CommandLine commands;

    /** All commands, on {@code terminal}; those that run until they are told to end listen to {@code stop}. */
    public CommandLineInterface(Terminal terminal, Stop stop) {
        Clock clock = Clock.systemUTC();
        this.terminal = terminal;
        this.commands = commands(terminal, new DatabaseBackstage(clock), clock, stop);
        commands.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setParameterExceptionHandler((exception, arguments) -> misused(exception));
        commands.setExecutionExceptionHandler((exception, line, result) -> failed(exception));
    }

    private static CommandLine commands(Terminal terminal, Backstage backstage, Clock clock, Stop stop) {
        CommandLine keys = new CommandLine(new Group.Keys())
                .addSubcommand(new KeysGenerateCommand(terminal))
                .addSubcommand(new KeysRotateCommand(terminal, backstage))
                .addSubcommand(new KeysResealCommand(terminal, backstage, KeysResealCommand.Waiting.by(clock)))
                .addSubcommand(new KeysRetireCommand(terminal, backstage));
        CommandLine ledger =
                new CommandLine(new Group.Ledger()).addSubcommand(new LedgerRederiveCommand(terminal, backstage));
        CommandLine credential = new CommandLine(new Group.Credential())
                .addSubcommand(new CredentialIssueCommand(terminal, backstage, clock))
                .addSubcommand(new CredentialListCommand(terminal, backstage, clock))
                .addSubcommand(new CredentialRotateCommand(terminal, backstage, clock))
                .addSubcommand(new CredentialRevokeCommand(terminal, backstage, clock));
        CommandLine partner = new CommandLine(new Group.Partner())
                .addSubcommand(new PartnerEnrolCommand(terminal, backstage))
                .addSubcommand(new PartnerListCommand(terminal, backstage))
                .addSubcommand(new PartnerShowCommand(terminal, backstage))
                .addSubcommand(credential);
        return new CommandLine(new GangwayCommand())
                .addSubcommand(new ServeCommand(terminal, stop))
                .addSubcommand(new DemoCommand(terminal, stop))
                .addSubcommand(new MigrateCommand(terminal))
                .addSubcommand(new TrainCommand(terminal))
                .addSubcommand(new AuditCommand(terminal, backstage, clock))
                .addSubcommand(new ExplainCommand(terminal, backstage))
                .addSubcommand(keys)
                .addSubcommand(ledger)
                .addSubcommand(partner);
    }

    /** Runs it and tells its exit code. */
    public int run(String... arguments) {
        return commands.execute(arguments);
    }

    private int misused(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        String sentence = firstLine(String.valueOf(exception.getMessage()));
        say(sentence + hint(exception));
        say("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return MISUSED;
    }

    private static String hint(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            String suggestions = String.join(" or ", unmatched.getSuggestions());
            return suggestions.isEmpty() ? "" : " (did you mean " + suggestions + "?)";
        }
        return "";
    }

    private int failed(Exception exception) {
        switch (exception) {
            case Refusal refusal -> say(String.valueOf(refusal.getMessage()));
            case ConfigurationErrors errors ->
                errors.problems().forEach(problem -> say(problem.endsWith("?") ? problem : problem + "."));
            default -> {
                LOG.debug("The command failed", exception);
                say("This failed for a reason that Gangway did not foresee: "
                        + exception.getClass().getSimpleName() + ": "
                        + firstLine(String.valueOf(exception.getMessage())));
            }
        }
        return FAILED;
    }

    private void say(String sentence) {
        terminal.err().println(Redaction.of(sentence));
        terminal.err().flush();
    }

    private static String firstLine(String text) {
        return Arrays.stream(text.split("\\R", 2)).findFirst().orElse("");
    }
}
