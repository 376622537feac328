package dev.gangway.bootstrap.cli;

import dev.gangway.bootstrap.config.ConfigurationErrors;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Terminal;

/** Opens what commands work with. */
interface Backstage {
    /**
     * Reads the configuration and opens the database, which must have a schema.
     *
     * @throws Refusal if it cannot be opened
     */
    Workbench open(Terminal terminal, Purpose purpose) throws ConfigurationErrors;
}
