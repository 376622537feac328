package dev.gangway.bootstrap.demo.sixpence.site;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Iterator;
import java.util.Map;

/** JSON for people: indented, its parts marked for the stylesheet. */
final class JsonMarkup {

    private final StringBuilder out = new StringBuilder();

    private JsonMarkup() {}

    static Html of(JsonNode json) {
        JsonMarkup markup = new JsonMarkup();
        markup.write(json, "");
        return new Html(markup.out.toString());
    }

    private void write(JsonNode node, String indent) {
        if (node.isObject() && !node.isEmpty()) {
            object(node, indent);
        } else if (node.isArray() && !node.isEmpty()) {
            array(node, indent);
        } else {
            span(node.isTextual() ? "s" : "n", node.toString());
        }
    }

    private void object(JsonNode node, String indent) {
        String deeper = indent + "  ";
        out.append("{\n");
        for (Iterator<Map.Entry<String, JsonNode>> members = node.properties().iterator(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            out.append(deeper);
            span("k", TextNode.valueOf(member.getKey()).toString());
            out.append(": ");
            write(member.getValue(), deeper);
            out.append(members.hasNext() ? ",\n" : "\n");
        }
        out.append(indent).append('}');
    }

    private void array(JsonNode node, String indent) {
        String deeper = indent + "  ";
        out.append("[\n");
        for (Iterator<JsonNode> items = node.iterator(); items.hasNext(); ) {
            out.append(deeper);
            write(items.next(), deeper);
            out.append(items.hasNext() ? ",\n" : "\n");
        }
        out.append(indent).append(']');
    }

    private void span(String kind, String text) {
        out.append("<span class=\"j")
                .append(kind)
                .append("\">")
                .append(Html.text(text).markup())
                .append("</span>");
    }
}
