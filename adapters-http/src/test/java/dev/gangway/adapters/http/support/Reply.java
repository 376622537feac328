package dev.gangway.adapters.http.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came back. */
public final class Reply {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    Reply(int status, Map<String, List<String>> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** The body; a copy. */
    public byte[] bytes() {
        return body.clone();
    }

    /** The status. */
    public int status() {
        return status;
    }

    /** The only value of a header, null if it is absent. */
    public @Nullable String header(String name) {
        List<String> values = headers(name);
        if (values.size() > 1) {
            throw new AssertionError(name + " is there " + values.size() + " times");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** The only value of a header that must be there. */
    public String required(String name) {
        String value = header(name);
        if (value == null) {
            throw new AssertionError(name + " is not there");
        }
        return value;
    }

    /** Every value of a header. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
    }

    /** The value of a cookie that it sets, null if it sets none such. */
    public @Nullable String cookie(String name) {
        return headers("set-cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1).split(";", 2)[0])
                .findFirst()
                .orElse(null);
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The problem's code. */
    public String code() {
        return json().get("code").asText();
    }

    /** The problem's errors, each as {@code field CODE}. */
    public List<String> errors() {
        return json().path("errors")
                .valueStream()
                .map(error ->
                        error.get("field").asText() + " " + error.get("code").asText())
                .toList();
    }

    /** The form token of the page. */
    public String formToken() {
        String marker = "name=\"form_token\" value=\"";
        int start = text().indexOf(marker);
        if (start < 0) {
            throw new AssertionError("the page has no form: " + text());
        }
        return text().substring(start + marker.length(), text().indexOf('"', start + marker.length()));
    }

    @Override
    public String toString() {
        return status + " " + headers + " " + text();
    }
}
