package dev.gangway.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.bootstrap.testkit.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no database. */
class UsageTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "serve",
                "demo",
                "migrate",
                "audit",
                "explain",
                "keys",
                "keys generate",
                "keys rotate",
                "keys reseal",
                "keys retire",
                "ledger",
                "ledger rederive",
                "partner",
                "partner enrol",
                "partner list",
                "partner show",
                "partner credential",
                "partner credential issue",
                "partner credential list",
                "partner credential rotate",
                "partner credential revoke"
            })
    void everyCommandHasHelp(String command) {
        CommandLineRun help = run((command + " --help").strip().split(" "));
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith(("Usage: gangway " + command).strip());
        assertThat(help.err()).isEmpty();
    }

    @Test
    void theVersionIsTold() {
        assertThat(run("--version").out()).startsWith("gangway ");
    }

    @Test
    void whatIsNotUnderstoodIsToldOnStandardErrorWithTheCodeOfMisuse() {
        for (List<String> arguments : List.of(
                List.of("serv"),
                List.<String>of(),
                List.of("partner"),
                List.of("partner", "show"),
                List.of("partner", "list", "--output", "xml"),
                List.of("demo", "--port", "http"),
                List.of("keys", "generate", "--nonsense"))) {
            CommandLineRun misused = run(arguments.toArray(String[]::new));
            assertThat(misused.exitCode()).as("%s", arguments).isEqualTo(2);
            assertThat(misused.out()).isEmpty();
            assertThat(misused.err()).contains("--help").doesNotContain("\tat ");
        }
        assertThat(run("partner", "credential", "isue").err()).contains("did you mean issue");
    }

    @Test
    void aMasterKeyIsMade() {
        CommandLineRun text = run("keys", "generate");
        assertThat(MasterKey.parse(text.out().strip()).text().value())
                .isEqualTo(text.out().strip());
        assertThat(MasterKey.parse(run("keys", "generate", "-o", "json")
                        .json()
                        .path("master_key")
                        .asText()))
                .isNotEqualTo(MasterKey.parse(text.out().strip()));
    }

    @Test
    void everythingThatIsWrongWithTheConfigurationIsToldAtOnce() {
        CommandLineRun refused =
                CommandLineRun.of(Map.of("GANGWAY_PROT", "1", "GANGWAY_LOG_LEVEL", "loud"), "partner", "list");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err().lines())
                .containsExactly(
                        "GANGWAY_PROT is not a variable of Gangway, did you mean GANGWAY_PORT?",
                        "GANGWAY_LOG_LEVEL must be one of error, warn, info, debug, not 'loud'.");
    }

    @Test
    void aServerInProductionDoesNotStartWithoutItsMasterKey() {
        CommandLineRun refused = run("serve");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("GANGWAY_MASTER_KEY is required in production")
                .contains("GANGWAY_BASE_URL is required in production");
    }

    @Test
    void aPortThatIsNoneIsToldInTheWordsOfItsOption() {
        for (String port : new String[] {"http", "65536", "-1", "99999999999"}) {
            CommandLineRun misused = run("serve", "--port=" + port);
            assertThat(misused.exitCode()).isEqualTo(2);
            assertThat(misused.err())
                    .startsWith("Invalid value for option '--port': must be a whole number from 0 to 65535");
        }
    }

    @Test
    void aFolderThatCannotHoldTheDatabaseIsToldAsOne() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        CommandLineRun refused = CommandLineRun.of(
                Map.of("GANGWAY_DATA_DIR", file.resolve("data").toString()), "partner", "list");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err().lines())
                .singleElement()
                .asString()
                .startsWith("The database cannot be opened: check GANGWAY_DATA_DIR");
    }

    @Test
    void aDatabaseThatIsNotThereIsToldInOneSentence() {
        CommandLineRun refused = CommandLineRun.of(
                Map.of("GANGWAY_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/x?password=hunter22"), "partner", "list");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err().lines())
                .singleElement()
                .asString()
                .startsWith("The database cannot be reached")
                .doesNotContain("hunter22");
    }

    private static CommandLineRun run(String... arguments) {
        return CommandLineRun.of(Map.of(), arguments);
    }
}
