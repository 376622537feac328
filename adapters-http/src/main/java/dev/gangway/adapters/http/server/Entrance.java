package dev.gangway.adapters.http.server;

import dev.gangway.adapters.http.wire.ClientAddresses;
import dev.gangway.adapters.http.wire.RequestIds;
import dev.gangway.adapters.http.wire.Trace;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** The first to see a request: gives it its id, finds out where it comes from, gives its answer the standing headers. */
public final class Entrance extends Handler.Wrapper {
    private static final String REQUEST_ID = "request_id";

    private static final String FORWARDED = "X-Forwarded-For";

    private final RequestIds ids;
    private final ClientAddresses addresses;
    private final StandingHeaders headers;

    /** Takes ids from {@code ids} and addresses from {@code addresses}. */
    public Entrance(RequestIds ids, ClientAddresses addresses, StandingHeaders headers) {
        this.ids = ids;
        this.addresses = addresses;
        this.headers = headers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Trace trace = trace(request);
        headers.put(response.getHeaders(), trace.requestId());
        MDC.put(REQUEST_ID, trace.requestId());
        try {
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(REQUEST_ID);
        }
    }

    /** The request's trace, begun here if nobody did: a request that could not be parsed comes to no handler. */
    Trace trace(Request request) {
        if (request.getAttribute(Trace.ATTRIBUTE) instanceof Trace known) {
            return known;
        }
        Trace trace = new Trace(
                ids.of(request.getHeaders().getValuesList(RequestIds.HEADER)),
                addresses.of(Request.getRemoteAddr(request), lines(request, FORWARDED)));
        request.setAttribute(Trace.ATTRIBUTE, trace);
        return trace;
    }

    /** The values of a header as they stand on its lines, nothing in them taken apart or left out. */
    private static List<String> lines(Request request, String name) {
        return request.getHeaders().stream()
                .filter(field -> field.is(name))
                .map(field -> field.getValue() == null ? "" : field.getValue())
                .toList();
    }
}
