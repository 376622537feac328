package dev.gangway.adapters.http.wire;

import dev.gangway.application.auth.Quota;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** What the access log and the meters are to know of one request; travels as an attribute of the request. */
public final class Trace {
    /** The attribute's name. */
    public static final String ATTRIBUTE = "dev.gangway.trace";

    /** The route of a request that matched none. */
    public static final String NO_ROUTE = "unmatched";

    private final String requestId;
    private final String client;
    private String route = NO_ROUTE;
    private @Nullable PartnerSlug partner;
    private @Nullable Quota quota;
    private @Nullable String scheme;
    private @Nullable String actor;

    /**
     * The trace of a request that has just come in.
     *
     * @param client the address that it comes from
     */
    public Trace(String requestId, String client) {
        this.requestId = requestId;
        this.client = client;
    }

    /** The request's id. */
    public String requestId() {
        return requestId;
    }

    /** The network address that the request comes from, trusted proxies looked through. */
    public String client() {
        return client;
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

    /** What is left of the limit that the request was counted towards, null if it was counted towards none. */
    public @Nullable Quota quota() {
        return quota;
    }

    /** Notes what is left of a limit, null if there is none. */
    public void counted(@Nullable Quota left) {
        this.quota = left;
    }

    /** Notes which route the request matched. */
    public void matched(String pathTemplate) {
        this.route = pathTemplate;
    }

    /** Notes who calls, and what proved it. */
    public void calledBy(PartnerSlug slug, String provedBy) {
        this.partner = slug;
        this.scheme = provedBy;
    }

    /** Notes who is signed in. */
    public void askedBy(UserId user) {
        this.scheme = RequestOrigin.SESSION;
        this.actor = user.value();
    }

    /** Where the request comes from, for the audit log. */
    RequestOrigin origin() {
        return new RequestOrigin(requestId, client, scheme, actor);
    }
}
