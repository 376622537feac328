package dev.gangway.bootstrap.demo.sixpence.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a call fit to be shown: members that carry a credential are shortened by their name, and the secrets of this
 * very call are struck out wherever else they may turn up.
 */
final class Masking {

    static final String DOTS = "•••";

    private static final Set<String> SECRET_MEMBERS = Set.of("api_secret", "api_passphrase");
    private static final Set<String> LINK_MEMBERS = Set.of("redirect_url", "connect_url");
    private static final Pattern TOKEN = Pattern.compile("(gw_[a-z]{1,20}_)\\S+");
    private static final Pattern LAST_SEGMENT = Pattern.compile("(.*/)([^/]*)");

    private final List<String> secrets;

    Masking(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** Enough of a token to recognise the environment that it is for. */
    static String token(String token) {
        Matcher known = TOKEN.matcher(token);
        return (known.matches() ? known.group(1) : "") + "…" + DOTS;
    }

    /** Free text without any of the secrets. */
    String text(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = secret.isEmpty() ? masked : masked.replace(secret, DOTS);
        }
        return masked;
    }

    JsonNode json(JsonNode node) {
        return json("", node);
    }

    private JsonNode json(String member, JsonNode node) {
        if (node.isObject()) {
            ObjectNode masked = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(entry -> masked.set(text(entry.getKey()), json(entry.getKey(), entry.getValue())));
            return masked;
        }
        if (node.isArray()) {
            ArrayNode masked = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> masked.add(json(member, item)));
            return masked;
        }
        return node.isTextual() ? TextNode.valueOf(value(member, node.textValue())) : node;
    }

    private String value(String member, String value) {
        if (SECRET_MEMBERS.contains(member)) {
            return DOTS + DOTS;
        }
        if (member.equals("api_key")) {
            return beginning(value);
        }
        if (LINK_MEMBERS.contains(member)) {
            Matcher url = LAST_SEGMENT.matcher(value);
            return url.matches() ? url.group(1) + beginning(url.group(2)) : DOTS;
        }
        return text(value);
    }

    private static String beginning(String value) {
        return (value.length() >= 24 ? value.substring(0, 8) : "") + "…" + DOTS;
    }
}
