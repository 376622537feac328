package dev.gangway.adapters.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The API's description as the tests read it. */
public final class OpenApi {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final Schema schema;

    private OpenApi(JsonNode document) {
        this.document = document;
        this.schema = new Schema(document);
    }

    /** Reads the description. */
    public static OpenApi load() {
        try (InputStream in = OpenApi.class.getResourceAsStream("/openapi/gangway.yaml")) {
            // many readers refuse a key that is there twice, and the others take no notice of the first
            YAMLFactory strict = new YAMLFactory();
            strict.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            return new OpenApi(new ObjectMapper(strict).readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole document. */
    public JsonNode document() {
        return document;
    }

    /** Every operation, as {@code GET /report}. */
    public SortedSet<String> operations() {
        SortedSet<String> operations = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(member -> {
                    if (!member.equals("parameters")) {
                        operations.add(member.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }

    /** Holds an answer against what is said of its operation; what matched no operation can only be a refusal. */
    public void check(String method, String path, int status, @Nullable String contentType, byte[] body) {
        String asked = method.equals("HEAD") ? "get" : method.toLowerCase(java.util.Locale.ROOT);
        Optional<JsonNode> operation = template(path).map(item -> item.get(asked));
        if (operation.isEmpty() || status == 405 || status == 431 || status == 414) {
            assertThat(status)
                    .as("the status of an address or method that does not exist")
                    .isBetween(400, 499);
            checkContent(document.at("/components/responses/PageOrProblem/content"), contentType, body, method);
            return;
        }
        JsonNode response = operation.get().get("responses").get(Integer.toString(status));
        assertThat(response)
                .as("%s %s documents the status %d", method, path, status)
                .isNotNull();
        JsonNode content = schema.resolve(response).get("content");
        if (content == null) {
            assertThat(body).as("%s %s %d has no body", method, path, status).isEmpty();
        } else {
            checkContent(content, contentType, body, method);
        }
    }

    private void checkContent(JsonNode content, @Nullable String contentType, byte[] body, String method) {
        assertThat(contentType).isNotNull();
        String name = contentType.split(";", 2)[0];
        assertThat(content.has(name))
                .as("the media type %s is documented", name)
                .isTrue();
        JsonNode wanted = content.get(name).get("schema");
        if (wanted != null && !method.equals("HEAD")) {
            assertThat(schema.violations(wanted, parse(body)))
                    .as(new String(body, StandardCharsets.UTF_8))
                    .isEmpty();
        }
    }

    /** What {@code value} breaks of a named schema. */
    public java.util.List<String> violations(String name, JsonNode value) {
        return schema.violations(document.at("/components/schemas/" + name), value);
    }

    private Optional<JsonNode> template(String path) {
        return document.get("paths").properties().stream()
                .filter(entry -> matches(entry.getKey(), path))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
    }

    private static boolean matches(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        boolean same = wanted.length == given.length;
        for (int i = 0; same && i < wanted.length; i++) {
            same = wanted[i].startsWith("{") ? !given[i].isEmpty() : wanted[i].equals(given[i]);
        }
        return same;
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
