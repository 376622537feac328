package dev.gangway.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.domain.source.SourceId;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A queued import, as the scheduler's table holds it.
 *
 * @param source the source's id
 * @param attempt which attempt comes next, counted from 1
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ImportJob(
        @JsonProperty("source") String source,
        @JsonProperty("attempt") int attempt) {
    /** The name of the scheduler's task. */
    static final String TASK = "import-source";

    private static final ObjectMapper JSON = new ObjectMapper();

    static ImportJob first(SourceId source) {
        return new ImportJob(source.value(), 1);
    }

    ImportJob next() {
        return new ImportJob(source, attempt + 1);
    }

    byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static ImportJob fromJson(byte[] json) {
        try {
            return JSON.readValue(json, ImportJob.class);
        } catch (IOException notOurs) {
            throw new UncheckedIOException(notOurs);
        }
    }
}
