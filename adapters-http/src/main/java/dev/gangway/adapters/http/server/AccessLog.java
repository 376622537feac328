package dev.gangway.adapters.http.server;

import dev.gangway.adapters.http.wire.Trace;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One line a request on the logger {@code gangway.access}, and the observer told. It writes the route's template where
 * others write the path, for the path of a redirect link is a credential; queries are left out.
 */
public final class AccessLog implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("gangway.access");

    private final Entrance entrance;
    private final HttpObserver observer;

    /** Tells {@code observer}. */
    public AccessLog(Entrance entrance, HttpObserver observer) {
        this.entrance = entrance;
        this.observer = observer;
    }

    @Override
    public void log(Request request, Response response) {
        Trace trace = entrance.trace(request);
        long nanos = System.nanoTime() - request.getHeadersNanoTime();
        String method = known(request.getMethod());
        int status = response.getStatus();
        observer.requestFinished(trace.route(), method, status, nanos);
        if (LOG.isInfoEnabled()) {
            LoggingEventBuilder line = LOG.atInfo()
                    .addKeyValue("method", method)
                    .addKeyValue("route", trace.route())
                    .addKeyValue("status", status)
                    .addKeyValue("duration_us", nanos / 1000)
                    .addKeyValue("client", trace.client())
                    .addKeyValue("request_id", trace.requestId());
            if (trace.partner() != null) {
                line = line.addKeyValue("partner", trace.partner().value());
            }
            line.log("request");
        }
    }

    /** A sender can make methods up, and each would be a meter of its own. */
    private static String known(String method) {
        return switch (method) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> method;
            default -> "OTHER";
        };
    }
}
