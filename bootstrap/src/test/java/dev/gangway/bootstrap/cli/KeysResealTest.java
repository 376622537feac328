package dev.gangway.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.bootstrap.terminal.Terminal;
import dev.gangway.bootstrap.testkit.CommandLineRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code keys reseal --wait}: where no server runs, two commands are all that a rotation takes. */
class KeysResealTest {
    @TempDir
    private Path folder = Path.of("");

    private final String master = MasterKey.generate().text().value();
    private final MovableClock clock = new MovableClock();
    private final List<Instant> waits = new ArrayList<>();

    private CommandLineRun run(BiFunction<Terminal, Backstage, Callable<Integer>> command, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                variables());
        int exitCode = new CommandLine(command.apply(terminal, new DatabaseBackstage(clock))).execute(arguments);
        return new CommandLineRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Map<String, String> variables() {
        return Map.of(
                "GANGWAY_ENVIRONMENT",
                "sandbox",
                "GANGWAY_DATA_DIR",
                folder.resolve("data").toString(),
                "GANGWAY_MASTER_KEY",
                master);
    }

    private CommandLineRun reseal(String... arguments) {
        return run(
                (terminal, backstage) -> new KeysResealCommand(terminal, backstage, time -> {
                    waits.add(time);
                    clock.set(time);
                }),
                arguments);
    }

    @Test
    void itWaitsForTheNewestKeysAndStoresEverythingUnderThem() throws IOException {
        Path partner = Files.writeString(folder.resolve("acme.yaml"), "{slug: acme, name: Acme, exchanges: [KRAKEN]}");
        run(PartnerEnrolCommand::new, partner.toString());
        run(
                (terminal, backstage) -> new CredentialIssueCommand(terminal, backstage, clock),
                "acme",
                "--type",
                "signing-key");
        String before = reseal("-o", "json").json().path("kid").asText();
        clock.advance(Duration.ofDays(1));
        assertThat(run(KeysRotateCommand::new).exitCode()).isZero();
        clock.advance(Duration.ofSeconds(30));
        Instant inUse = clock.instant().plus(WrappedKey.PUBLISHED_BEFORE_USE);

        CommandLineRun early = reseal();
        assertThat(early.out()).startsWith("The newest keys are in use from " + inUse + ": run it again then");
        assertThat(waits).isEmpty();

        CommandLineRun waiting = reseal("--wait", "-o", "json");
        assertThat(waiting.exitCode()).as(waiting.err()).isZero();
        assertThat(waits).contains(inUse);
        assertThat(waiting.json().path("resealed").asInt()).isOne();
        assertThat(waiting.json().path("kid").asText()).isNotEqualTo(before);
        assertThat(waiting.json().path("waiting_until").isMissingNode()).isTrue();
        assertThat(reseal("-o", "json").json().path("resealed").asInt()).isZero();
    }
}
