package dev.gangway.adapters.http.wire;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.RequestOrigin;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request as handlers see it: everything as it was sent, repeated headers included. */
public final class Call {
    private static final Logger LOG = LoggerFactory.getLogger(Call.class);

    private final HttpServletRequest request;
    private final Trace trace;
    private final Body body;

    /** Wraps a request. */
    public Call(HttpServletRequest request, Trace trace) {
        this.request = request;
        this.trace = trace;
        this.body = new Body(request);
    }

    /** The method. */
    public String method() {
        return request.getMethod();
    }

    /** The path as it was sent, nothing decoded, no query. */
    public String path() {
        return request.getRequestURI();
    }

    /** Path and query exactly as they were sent. */
    public String target() {
        String query = request.getQueryString();
        return query == null ? path() : path() + '?' + query;
    }

    /** The fields of its query. */
    public Fields query() {
        return Fields.of(request.getQueryString());
    }

    /** What the access log is to know. */
    public Trace trace() {
        return trace;
    }

    /** Every value of a header, none if it is absent. */
    public List<String> headers(String name) {
        Enumeration<String> values = request.getHeaders(name);
        if (values == null || !values.hasMoreElements()) {
            return List.of();
        }
        String first = values.nextElement();
        return values.hasMoreElements() ? with(first, values) : List.of(first);
    }

    /** Whether a header is there at all, be it empty. */
    public boolean has(String name) {
        return request.getHeader(name) != null;
    }

    /** Whether a header is there once, with exactly this value. */
    public boolean hasExactly(String name, String value) {
        List<String> values = headers(name);
        return values.size() == 1 && values.get(0).equals(value);
    }

    /** Where the request comes from, for the audit log. */
    public RequestOrigin origin() {
        return trace.origin();
    }

    /**
     * What an authentication scheme sees of it.
     *
     * @param patience how long the body may take to arrive if the scheme wants it
     */
    public ApiCall asApiCall(Duration patience) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(Ascii.lower(name), headers(name));
        }
        return new ApiCall(method(), target(), headers, trace.client(), hash -> body.addTo(hash, patience));
    }

    /** The body, to be read once. */
    public Body body() {
        return body;
    }

    /**
     * Resets the connection in the middle of an answer: even where the end of the connection is the end of the answer
     * (HTTP/1.0), nobody takes this one for whole.
     */
    public void breakOff() {
        EndPoint endPoint = ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint();
        if (endPoint.getTransport() instanceof SocketChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException closedAlready) {
                LOG.debug("The connection was gone before it could be reset", closedAlready);
            }
        }
        endPoint.close(new EofException("broken off"));
    }

    private static List<String> with(String first, Enumeration<String> more) {
        List<String> all = new ArrayList<>();
        all.add(first);
        more.asIterator().forEachRemaining(all::add);
        return List.copyOf(all);
    }

    /** Tells nothing of the request, which holds credentials and links. */
    @Override
    public String toString() {
        return "Call[" + method() + " " + trace.route() + "]";
    }
}
