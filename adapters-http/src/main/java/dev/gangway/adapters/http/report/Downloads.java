package dev.gangway.adapters.http.report;

import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.adapters.http.wire.BodyWriter;
import dev.gangway.adapters.http.wire.MediaType;

/** Answers that browsers keep as files. */
final class Downloads {
    /** The media type of our CSV files. */
    static final String CSV = MediaType.CSV + "; charset=utf-8; header=present";

    private Downloads() {}

    /**
     * A file that is sent while it is written.
     *
     * @param name its name, plain ASCII without quotes
     */
    static Answer streaming(String contentType, String name, BodyWriter writer) {
        return kept(Answer.streaming(200, contentType, writer), name);
    }

    /** A file. */
    static Answer complete(String contentType, String name, byte[] content) {
        return kept(Answer.of(200, contentType, content), name);
    }

    private static Answer kept(Answer answer, String name) {
        return answer.with("Content-Disposition", "attachment; filename=\"" + name + '"');
    }
}
