package dev.gangway.adapters.http.page;

import java.nio.ByteBuffer;

/**
 * One static file as it goes over the wire.
 *
 * @param content its bytes
 * @param contentType its media type
 * @param etag its entity tag, quotes included
 * @param cacheControl how long it may be kept: for ever under the path that names this content, not at all under
 *     another
 */
public record Asset(ByteBuffer content, String contentType, String etag, String cacheControl) {

    public Asset {
        content = content.asReadOnlyBuffer();
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        byte[] copy = new byte[content.remaining()];
        content.duplicate().get(copy);
        return copy;
    }
}
