package dev.gangway.adapters.exchanges.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** JSON from exchanges: strict, shallow, and exact to the last digit. */
public final class ExchangeJson {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // whatever the exchange wrote, lone surrogates included, becomes text that every database keeps
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ExchangeJson() {}

    /** One whole JSON object or array, or null if the bytes are anything else. */
    static @Nullable JsonNode whole(byte[] bytes) {
        try {
            JsonNode read = JSON.readTree(bytes);
            return read.isContainerNode() ? read : null;
        } catch (IOException notJson) {
            return null;
        }
    }

    /** What {@link #text} made of an object, as a tree again; null if the text is anything else. */
    public static @Nullable JsonNode object(String text) {
        JsonNode read = whole(text.getBytes(StandardCharsets.UTF_8));
        return read == null || !read.isObject() ? null : read;
    }

    /** A part of an answer as text, in ASCII. */
    public static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree that was read can be written", impossible);
        }
    }
}
