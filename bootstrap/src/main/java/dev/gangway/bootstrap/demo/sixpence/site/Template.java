package dev.gangway.bootstrap.demo.sixpence.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page or a piece of one, with places such as <code>{{total}}</code>. A value that is not {@link Html} is escaped;
 * a place without a value and a value without a place are bugs, and thrown.
 */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z_]+)}}");

    private final String name;
    private final String source;

    private Template(String name, String source) {
        this.name = name;
        this.source = source;
    }

    static Template named(String name) {
        return new Template(name, resource(name + ".html"));
    }

    static Template of(String source) {
        return new Template("inline", source);
    }

    static String resource(String file) {
        String path = "/demo/sixpence/" + file;
        try (InputStream in = Template.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    Html render(Map<String, ?> values) {
        Set<String> unused = new HashSet<>(values.keySet());
        String markup = PLACE.matcher(source).replaceAll(place -> {
            unused.remove(place.group(1));
            return Matcher.quoteReplacement(markup(place, values).markup());
        });
        if (!unused.isEmpty()) {
            throw new IllegalArgumentException("template " + name + " has no place for " + unused);
        }
        return new Html(markup);
    }

    private Html markup(MatchResult place, Map<String, ?> values) {
        Object value = values.get(place.group(1));
        if (value == null) {
            throw new IllegalArgumentException("template " + name + " needs a value for " + place.group(1));
        }
        return value instanceof Html html ? html : Html.text(value.toString());
    }
}
