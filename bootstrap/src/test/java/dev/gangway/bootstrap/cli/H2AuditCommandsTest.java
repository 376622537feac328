package dev.gangway.bootstrap.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The audit log's commands on an H2 file. */
class H2AuditCommandsTest extends AuditCommandsContract {
    @TempDir
    private Path database = Path.of("");

    @Override
    String newDatabase() {
        return "jdbc:h2:file:" + database.resolve("gangway");
    }
}
