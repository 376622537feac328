package dev.gangway.bootstrap.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others. */
abstract class Group implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "A command is missing");
    }

    /** {@code gangway keys}. */
    @Command(name = "keys", synopsisSubcommandLabel = "COMMAND", description = "Make and rotate keys.")
    static final class Keys extends Group {}

    /** {@code gangway ledger}. */
    @Command(
            name = "ledger",
            synopsisSubcommandLabel = "COMMAND",
            description = "Mend what is stored of users' histories.")
    static final class Ledger extends Group {}

    /** {@code gangway partner}. */
    @Command(
            name = "partner",
            synopsisSubcommandLabel = "COMMAND",
            description = "Enrol partners and manage their credentials.")
    static final class Partner extends Group {}

    /** {@code gangway partner credential}. */
    @Command(
            name = "credential",
            synopsisSubcommandLabel = "COMMAND",
            description = "Issue, list, rotate and revoke a partner's credentials.")
    static final class Credential extends Group {}
}
