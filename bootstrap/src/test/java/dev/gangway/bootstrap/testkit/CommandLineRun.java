package dev.gangway.bootstrap.testkit;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gangway.bootstrap.cli.CommandLineInterface;
import dev.gangway.bootstrap.terminal.Stop;
import dev.gangway.bootstrap.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One command that was run in this JVM.
 *
 * @param exitCode what it ended with
 * @param out its standard output
 * @param err its standard error
 */
public record CommandLineRun(int exitCode, String out, String err) {
    /** Runs a command that ends by itself. */
    public static CommandLineRun of(Map<String, String> variables, String... arguments) {
        return of(variables, "", arguments);
    }

    /** Runs it with something on standard input. */
    public static CommandLineRun of(Map<String, String> variables, String in, String[] arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                variables);
        int exitCode = new CommandLineInterface(terminal, Stop.byHand()).run(arguments);
        return new CommandLineRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Standard output as the one JSON object that it must be. */
    public JsonNode json() {
        try {
            JsonNode node = JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(out);
            if (!node.isObject()) {
                throw new AssertionError("not an object: " + out);
            }
            return node;
        } catch (IOException malformed) {
            throw new UncheckedIOException(out + err, malformed);
        }
    }
}
