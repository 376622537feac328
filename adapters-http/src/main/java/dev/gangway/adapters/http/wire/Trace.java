package dev.gangway.adapters.http.wire;

import dev.gangway.domain.partner.PartnerSlug;
import org.jspecify.annotations.Nullable;

/** What the access log and the meters are to know of one request; travels as an attribute of the request. */
public final class Trace {
    /** The attribute's name. */
    public static final String ATTRIBUTE = "dev.gangway.trace";

    /** The route of a request that matched none. */
    public static final String NO_ROUTE = "unmatched";

    private final String requestId;
    private String route = NO_ROUTE;
    private @Nullable PartnerSlug partner;

    /** The trace of a request that has just come in. */
    public Trace(String requestId) {
        this.requestId = requestId;
    }

    /** The request's id. */
    public String requestId() {
        return requestId;
    }

    /** The route's path template; never a path, which may hold a token. */
    public String route() {
        return route;
    }

    /** Whether the request matched a route's path. */
    public boolean isMatched() {
        return !route.equals(NO_ROUTE);
    }

    /** The partner that called, null if none proved itself. */
    public @Nullable PartnerSlug partner() {
        return partner;
    }

    /** Notes which route the request matched. */
    public void matched(String pathTemplate) {
        this.route = pathTemplate;
    }

    /** Notes who calls. */
    public void calledBy(PartnerSlug slug) {
        this.partner = slug;
    }
}
