package dev.gangway.adapters.http.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.gangway.adapters.http.wire.Json;
import dev.gangway.domain.shared.InvalidValue;

/** A problem as its JSON document (RFC 9457 and the contract's members). */
final class ProblemDocument {
    /** What {@code type} starts with: a name, not a page; docs/errors.md explains each. */
    static final String TYPE = "urn:gangway:error:";

    private ProblemDocument() {}

    static byte[] of(Problem problem, String requestId) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("type", TYPE + problem.code().name());
            json.writeStringField("title", problem.title());
            json.writeNumberField("status", problem.status());
            json.writeStringField("detail", problem.detail());
            json.writeStringField("code", problem.code().name());
            json.writeStringField("request_id", requestId);
            if (!problem.errors().isEmpty()) {
                json.writeArrayFieldStart("errors");
                for (InvalidValue error : problem.errors()) {
                    write(json, error);
                }
                json.writeEndArray();
            }
            if (problem.explained() != null) {
                json.writeFieldName("explanation");
                ExplanationDocument.write(json, problem.explained());
            }
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, InvalidValue error) throws java.io.IOException {
        json.writeStartObject();
        json.writeStringField("field", error.field());
        json.writeStringField("code", error.code().name());
        json.writeStringField("message", error.explanation());
        json.writeEndObject();
    }
}
