package dev.gangway.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/configuration.md says what the table of variables says, in its order, and nothing else. */
class ConfigurationDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");

    @Test
    void theDocumentAndTheTableAgree() throws IOException {
        List<String> documented = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `" + Keys.PREFIX))
                .toList();
        List<String> known =
                Keys.ALL.stream().map(ConfigurationDocumentTest::row).toList();
        assertThat(documented).isEqualTo(known);
    }

    private static String row(Key<?> key) {
        return "| `" + key.name() + "` | " + key.form().description() + " | " + key.presetMeaning() + " | "
                + key.meaning() + " |";
    }
}
