package dev.gangway.bootstrap.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gangway.bootstrap.config.Visible;
import dev.gangway.bootstrap.terminal.Terminal;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that every command with data has, and what it does. */
final class Printing {
    private static final JsonMapper JSON = new JsonMapper();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.text;

    /** Prints {@code data} as an object, or {@code lines} for people. */
    void print(Terminal terminal, Map<String, ?> data, List<String> lines) {
        switch (format) {
            case json -> terminal.out().println(json(data));
            case text -> lines.forEach(line -> terminal.out().println(Visible.line(line)));
        }
        terminal.out().flush();
    }

    /** One line of JSON. */
    static String json(Map<String, ?> data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Maps of plain values always serialise", impossible);
        }
    }
}
