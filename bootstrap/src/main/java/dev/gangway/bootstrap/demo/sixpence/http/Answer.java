package dev.gangway.bootstrap.demo.sixpence.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One HTTP answer. Everything that SixpenceX says is text.
 *
 * @param headers beside Content-Type and Content-Length
 * @param sent how many bytes of the body go out before the line is cut; more than there are but for a fault
 */
public record Answer(int status, String contentType, String body, Map<String, String> headers, int sent) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** A complete answer. */
    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, contentType, body, Map.of(), Integer.MAX_VALUE);
    }

    /** This answer with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, body, more, sent);
    }

    /** This answer as it looks when the line breaks after some bytes. */
    public Answer cutAfter(int bytes) {
        return new Answer(status, contentType, body, headers, bytes);
    }
}
