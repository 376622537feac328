package dev.gangway.adapters.http.route;

import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.Json;
import dev.gangway.application.idempotency.AnswerOnce.FreshLink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a post as it is remembered, its status and its document without the link, and as it is given.
 *
 * @param status the HTTP status
 * @param document a JSON object, which has members if a link goes with it
 * @param named whether the id of a link that goes with it is told
 */
@SuppressWarnings("ArrayRecordComponent") // handed on and never compared
record RememberedAnswer(int status, byte[] document, boolean named) {
    private static final String NAMED = "+";

    /** Reads {@link #text}. */
    static RememberedAnswer of(String text) {
        int blank = text.indexOf(' ');
        return new RememberedAnswer(
                Integer.parseInt(text.substring(0, 3)),
                text.substring(blank + 1).getBytes(StandardCharsets.UTF_8),
                text.startsWith(NAMED, 3));
    }

    /** As it is stored. */
    String text() {
        return status + (named ? NAMED : "") + " " + new String(document, StandardCharsets.UTF_8);
    }

    /** As it is given, with the link if there is one. */
    Answer with(@Nullable FreshLink link) {
        return Answer.json(status, link == null ? document : joined(document, members(link, named)));
    }

    private static byte[] members(FreshLink link, boolean named) {
        return Json.write(json -> {
            json.writeStartObject();
            if (named) {
                json.writeStringField("link_id", link.id().value());
            }
            json.writeStringField("redirect_url", link.url().value());
            json.writeStringField("redirect_expires_at", link.expiresAt().toString());
            json.writeEndObject();
        });
    }

    /** One object with the members of both. */
    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(one.length + other.length);
        both.write(one, 0, one.length - 1);
        both.write(',');
        both.write(other, 1, other.length - 1);
        return both.toByteArray();
    }
}
