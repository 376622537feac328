package dev.gangway.bootstrap.demo.sixpence.site;

import java.util.List;
import java.util.stream.Collectors;

/** Markup that is safe to put into a page as it is. */
record Html(String markup) {

    static final Html NOTHING = new Html("");

    /** Text as markup: safe as an element's content and as a quoted attribute's value. */
    static Html text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return new Html(escaped.toString());
    }

    static Html join(List<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining("\n")));
    }
}
