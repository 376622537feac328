package dev.gangway.adapters.http.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gangway.application.audit.Comparison;
import dev.gangway.application.audit.ExplainedRefusal;
import dev.gangway.application.auth.Explanation;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What was computed of a call that was refused, as the member {@code explanation} of its problem. */
final class ExplanationDocument {
    private ExplanationDocument() {}

    static void write(JsonGenerator json, ExplainedRefusal refusal) throws IOException {
        Explanation explanation = refusal.explanation();
        json.writeStartObject();
        json.writeStringField("scheme", explanation.scheme());
        json.writeStringField("reason", explanation.reason());
        text(json, "canonical", explanation.canonical());
        text(json, "body_sha256", explanation.bodySha256());
        if (explanation.clockDifferenceSeconds() != null) {
            json.writeNumberField("clock_difference_seconds", explanation.clockDifferenceSeconds());
        }
        json.writeArrayFieldStart("expected");
        for (String sentence : explanation.expected()) {
            json.writeString(sentence);
        }
        json.writeEndArray();
        if (refusal.comparison() != null) {
            write(json, refusal.comparison());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Comparison comparison) throws IOException {
        json.writeObjectFieldStart("comparison");
        json.writeStringField("result", comparison.result().apiName());
        if (comparison.result() == Comparison.Result.DIFFERENT) {
            json.writeNumberField("index", comparison.index());
            json.writeNumberField("line", comparison.line());
            text(json, "name", comparison.name());
            json.writeStringField("computed", comparison.computed());
            json.writeStringField("sent", comparison.sent());
        }
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value);
        }
    }
}
