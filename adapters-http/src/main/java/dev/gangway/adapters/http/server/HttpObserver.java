package dev.gangway.adapters.http.server;

/** Is told of every request that is over; what meters hang on. */
@FunctionalInterface
public interface HttpObserver {
    /**
     * A request is over.
     *
     * @param route the path's template, or {@code unmatched}
     * @param method a method that a route has, or {@code OTHER}
     * @param status the answer's status
     * @param nanos how long it took, the last byte included
     */
    void requestFinished(String route, String method, int status, long nanos);
}
