package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.bootstrap.testkit.CommandLineRun;
import dev.gangway.bootstrap.testkit.GangwayProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The operator at the command line. */
final class Office {
    private static final String SIXPENCE = """
            slug: sixpence
            name: SixpenceX
            exchanges: [SIXPENCE]
            discounts:
              - code: SIXPENCE_WELCOME_500
                default: true
            """;

    private final Function<String[], CommandLineRun> commands;

    private Office(Function<String[], CommandLineRun> commands) {
        this.commands = commands;
    }

    /** Runs commands in this JVM. */
    Office(Map<String, String> variables) {
        this(arguments -> CommandLineRun.of(variables, arguments));
    }

    /** Runs each in a process, whose JVM may be told something else than this one. */
    static Office apart(Map<String, String> variables) {
        return new Office(arguments -> GangwayProcess.run(Scratch.folder(), variables, arguments));
    }

    /** Makes the schema, enrols the partner SIXPENCE and returns a token of it. */
    String open() {
        run("migrate");
        run("partner", "enrol", file(SIXPENCE));
        return run("partner", "credential", "issue", "sixpence", "--type", "bearer")
                .path("token")
                .asText();
    }

    /** Issues SIXPENCE another credential, and returns what is told of it. */
    JsonNode issue(String type, String... options) {
        List<String> all = new ArrayList<>(List.of("partner", "credential", "issue", "sixpence", "--type", type));
        all.addAll(List.of(options));
        return run(all.toArray(String[]::new));
    }

    /** Enrols another partner that sends the same exchange, and returns a token of it. */
    String enrol(String slug, String name) {
        run("partner", "enrol", file("slug: %s%nname: %s%nexchanges: [SIXPENCE]%n".formatted(slug, name)));
        return run("partner", "credential", "issue", slug, "--type", "bearer")
                .path("token")
                .asText();
    }

    /** The partner's side of a server at that address. */
    static Till till(URI baseUrl, String token) {
        return new Till(baseUrl, "SIXPENCE", token);
    }

    private static String file(String enrolment) {
        try {
            Path file = Scratch.folder().resolve("partner.yaml");
            Files.writeString(file, enrolment);
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command, which must succeed, and returns what it prints for programs. */
    JsonNode run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--output");
        all.add("json");
        CommandLineRun run = commands.apply(all.toArray(String[]::new));
        assertThat(run.exitCode()).as("%s: %s", all, run.err()).isZero();
        return run.json();
    }
}
