package dev.gangway.adapters.http.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes JSON as a stream of tokens, without reflection. */
public final class Json {
    /** Deeper than any document of ours, and far from any stack's end. */
    private static final int MAX_DEPTH = 32;

    /** No names are kept between documents: a sender chooses them. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private Json() {}

    /** Writes a document. */
    @FunctionalInterface
    public interface Document {
        /** Writes it to {@code json}. */
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** The document's bytes. */
    public static byte[] write(Document document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
            document.writeTo(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A strict reader of a text. */
    public static JsonParser read(char[] text, int length) throws IOException {
        return FACTORY.createParser(text, 0, length);
    }
}
