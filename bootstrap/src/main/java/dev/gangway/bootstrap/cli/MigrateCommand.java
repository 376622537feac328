package dev.gangway.bootstrap.cli;

import dev.gangway.adapters.persistence.Database;
import dev.gangway.bootstrap.config.Configuration;
import dev.gangway.bootstrap.config.ConfigurationErrors;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.database.Databases;
import dev.gangway.bootstrap.terminal.Terminal;
import dev.gangway.domain.shared.Ascii;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gangway migrate}. */
@Command(name = "migrate", description = "Bring the database's schema to this version. A newer schema stays as it is.")
final class MigrateCommand implements Callable<Integer> {
    @Mixin
    private final Printing printing = new Printing();

    private final Terminal terminal;

    MigrateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigurationErrors {
        Configuration configuration = Configuration.read(terminal.variables(), Purpose.TOOL);
        try (Database database = Databases.open(configuration, Databases.Migration.ALWAYS)) {
            Map<String, Object> data = new LinkedHashMap<>();
            String state = Ascii.lower(database.schemaState().name());
            data.put("database", Ascii.lower(database.dialect().name()));
            data.put("schema", state);
            printing.print(terminal, data, List.of("The schema is " + state.replace('_', ' ') + "."));
            return 0;
        }
    }
}
