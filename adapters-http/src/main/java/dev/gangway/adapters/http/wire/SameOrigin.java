package dev.gangway.adapters.http.wire;

import java.util.List;

/**
 * Tells a post from one of our pages from one of another site, as far as browsers say. It comes on top of form tokens:
 * our pages send no referrer, so that their own posts have {@code Origin: null} and prove nothing by it.
 */
public final class SameOrigin {
    private final String baseUrl;

    /** Posts come from pages of {@code baseUrl}. */
    public SameOrigin(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Whether nothing says that the post is another site's. */
    public boolean mayPost(Call call) {
        List<String> site = call.headers("Sec-Fetch-Site");
        if (!site.isEmpty()) {
            return site.size() == 1
                    && (site.get(0).equals("same-origin") || site.get(0).equals("none"));
        }
        List<String> origin = call.headers("Origin");
        return origin.isEmpty() || (origin.size() == 1 && isOurs(origin.get(0), call.headers("Host")));
    }

    private boolean isOurs(String origin, List<String> host) {
        return origin.equals("null")
                || origin.equals(baseUrl)
                || (host.size() == 1
                        && origin.substring(origin.indexOf(':') + 1).equals("//" + host.get(0)));
    }
}
