package dev.gangway.bootstrap.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Credentials on an H2 file. */
class H2CredentialCommandsTest extends CredentialCommandsContract {
    @TempDir
    private Path database = Path.of("");

    @Override
    String newDatabase() {
        return "jdbc:h2:file:" + database.resolve("gangway");
    }
}
