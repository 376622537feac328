package dev.gangway.adapters.http.wire;

import java.io.IOException;

/** Writes the body of an answer that is sent while it comes into being. */
@FunctionalInterface
public interface BodyWriter {
    /**
     * Writes all of it, on the request's own thread. What it throws before anything has been sent becomes a refusal;
     * later it breaks the connection off, so that nobody takes a part for the whole.
     *
     * @throws IOException if the caller is gone, or what is written could not be read
     */
    void writeTo(Outlet out) throws IOException;
}
