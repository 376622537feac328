package dev.gangway.adapters.http.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer: complete, so that nothing is sent before it exists, or {@link #streaming} for what is too long for that.
 * Headers that every answer has are not part of it.
 */
public final class Answer {
    private static final byte[] NOTHING = {};

    private final int status;
    private final @Nullable String contentType;
    private final byte[] body;
    private final @Nullable BodyWriter writer;
    private final List<Header> headers = new ArrayList<>(2);

    private Answer(int status, @Nullable String contentType, byte[] body, @Nullable BodyWriter writer) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.writer = writer;
    }

    /**
     * A header of this answer.
     *
     * @param replaces whether it takes the place of the one that every answer has
     */
    public record Header(String name, String value, boolean replaces) {}

    /** An answer with these bytes. */
    public static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, contentType, body, null);
    }

    /** An answer that is sent while {@code writer} writes it; a HEAD never runs it. */
    public static Answer streaming(int status, String contentType, BodyWriter writer) {
        return new Answer(status, contentType, NOTHING, writer);
    }

    /** A page. */
    public static Answer html(int status, String page) {
        return of(status, MediaType.HTML + "; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    /** A JSON document. */
    public static Answer json(int status, byte[] document) {
        return of(status, MediaType.JSON, document);
    }

    /** A text. */
    public static Answer text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** "See there", to be fetched with GET. */
    public static Answer seeOther(String location) {
        return empty(303).with("Location", location);
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, null, NOTHING, null);
    }

    /** Sets a header, in place of one of that name. */
    public Answer with(String name, String value) {
        headers.add(new Header(name, value, true));
        return this;
    }

    /** Sets a cookie; several may be set. */
    public Answer withCookie(String setCookie) {
        headers.add(new Header("Set-Cookie", setCookie, false));
        return this;
    }

    /** The status. */
    public int status() {
        return status;
    }

    /** The media type, null where there is no body. */
    public @Nullable String contentType() {
        return contentType;
    }

    /** The bytes, none of an answer that is streamed; not to be changed. */
    public byte[] body() {
        return body;
    }

    /** What writes the body of an answer that is streamed, null for a complete one. */
    public @Nullable BodyWriter writer() {
        return writer;
    }

    /** The headers of this answer alone. */
    public List<Header> headers() {
        return headers;
    }

    /** Tells nothing of the body, which may hold a link. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
