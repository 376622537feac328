package dev.gangway.bootstrap.demo.sixpence.site;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of a posted form. */
final class Form {

    private static final int LONGEST = 8 * 1024;

    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    /** The form, or nothing if the body is none or is longer than any form of this site. */
    static Optional<Form> read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return Optional.empty();
        }
        return parse(new String(body, StandardCharsets.UTF_8));
    }

    static Optional<Form> parse(String body) {
        Map<String, String> fields = new HashMap<>();
        try {
            for (String pair : body.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    fields.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        } catch (IllegalArgumentException notPercentEncoded) {
            return Optional.empty();
        }
        return Optional.of(new Form(fields));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
