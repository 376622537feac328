package dev.gangway.bootstrap.cli;

import dev.gangway.application.audit.Comparison;
import dev.gangway.application.audit.ExplainedRefusal;
import dev.gangway.application.auth.Explanation;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.config.Visible;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gangway explain REQUEST_ID}. */
@Command(
        name = "explain",
        description = {
            "Show what was computed of a call that was answered 401: every one with this request id, the newest first.",
            "Kept for two weeks; of many refused calls in one minute, not all. Nothing is computed of a bearer token."
        })
final class ExplainCommand extends DatabaseCommand {
    private static final int MOST = 50;

    @Parameters(paramLabel = "REQUEST_ID", description = "The X-Request-Id of the answer.")
    private String requestId = "";

    ExplainCommand(Terminal terminal, Backstage backstage) {
        super(terminal, backstage, Purpose.TOOL);
    }

    @Override
    Answer run(Workbench workbench) {
        List<ExplainedRefusal> found = workbench.auditTrail().explained(requestId, MOST);
        if (found.isEmpty()) {
            throw new Refusal("No explanation of a call with the request id '" + Visible.of(requestId)
                    + "' is kept, as of none with a bearer token or without a credential: 'gangway audit' shows what was"
                    + " refused and why.");
        }
        List<String> lines = new ArrayList<>();
        found.forEach(one -> lines.addAll(lines(one)));
        return new Answer(
                Map.of(
                        "request_id",
                        requestId,
                        "refusals",
                        found.stream().map(ExplainCommand::data).toList()),
                lines);
    }

    private static Map<String, @Nullable Object> data(ExplainedRefusal one) {
        Explanation explanation = one.explanation();
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("at", Described.time(one.call().at()));
        data.put("route", one.call().route());
        data.put("address", one.call().address());
        data.put("scheme", one.call().scheme());
        data.put("credential_id", one.call().credential());
        data.put("reason", one.call().reason());
        data.put("explanation", explanation.reason());
        data.put("canonical", explanation.canonical());
        data.put("body_sha256", explanation.bodySha256());
        data.put("clock_difference_seconds", explanation.clockDifferenceSeconds());
        data.put("expected", explanation.expected());
        Comparison comparison = one.comparison();
        data.put("comparison", comparison == null ? null : data(comparison));
        return data;
    }

    private static Map<String, @Nullable Object> data(Comparison comparison) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("result", comparison.result().apiName());
        if (comparison.result() == Comparison.Result.DIFFERENT) {
            data.put("index", comparison.index());
            data.put("line", comparison.line());
            data.put("name", comparison.name());
            data.put("computed", comparison.computed());
            data.put("sent", comparison.sent());
        }
        return data;
    }

    private static List<String> lines(ExplainedRefusal one) {
        Explanation explanation = one.explanation();
        List<String> lines = new ArrayList<>();
        lines.add(Described.time(one.call().at()) + "  " + one.call().route() + " from "
                + one.call().address());
        lines.add("  refused:    " + one.call().reason());
        add(lines, "scheme:     ", one.call().scheme());
        add(lines, "credential: ", one.call().credential());
        if (!explanation.reason().equals(one.call().reason())) {
            lines.add("  because:    " + explanation.reason());
        }
        add(lines, "canonical:  ", quoted(explanation.canonical()));
        add(lines, "body hash:  ", explanation.bodySha256());
        add(lines, "clock:      ", ahead(explanation.clockDifferenceSeconds()));
        explanation.expected().forEach(sentence -> lines.add("  expected:   " + sentence));
        Comparison comparison = one.comparison();
        if (comparison != null) {
            lines.addAll(
                    switch (comparison.result()) {
                        case EQUAL -> List.of("  compared:   the caller signed the same text");
                        case UNREADABLE -> List.of("  compared:   the caller's text is no Base64");
                        case DIFFERENT ->
                            List.of(
                                    "  compared:   differs from character " + comparison.index() + ", line "
                                            + comparison.line()
                                            + (comparison.name() == null ? "" : " (" + comparison.name() + ")"),
                                    "    computed: " + quoted(comparison.computed()),
                                    "    sent:     " + quoted(comparison.sent()));
                    });
        }
        return lines;
    }

    private static void add(List<String> lines, String name, @Nullable String value) {
        if (value != null) {
            lines.add("  " + name + value);
        }
    }

    private static @Nullable String quoted(@Nullable String text) {
        return text == null ? null : '"' + text.replace("\n", "\\n") + '"';
    }

    private static @Nullable String ahead(@Nullable Long seconds) {
        if (seconds == null) {
            return null;
        }
        return seconds < 0 ? -seconds + " s behind ours" : seconds + " s ahead of ours";
    }
}
