package dev.gangway.bootstrap.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The commands on an H2 file. */
class H2CommandsTest extends CommandsContract {
    @TempDir
    private Path database = Path.of("");

    @Override
    String newDatabase() {
        return "jdbc:h2:file:" + database.resolve("gangway");
    }
}
