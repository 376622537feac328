package dev.gangway.bootstrap.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command of which all others are parts. */
@Command(
        name = "gangway",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Partners hand their users over: one call, one link, landed signed in.",
        footer = {
            "",
            "Configured by GANGWAY_* environment variables, see docs/configuration.md.",
            "Exit codes: 0 done, 1 refused or failed, 2 not understood."
        })
final class GangwayCommand implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show how to use this command.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean version;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "A command is missing");
    }
}
