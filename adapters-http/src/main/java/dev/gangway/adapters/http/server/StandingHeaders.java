package dev.gangway.adapters.http.server;

import dev.gangway.adapters.http.wire.RequestIds;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** The headers of every answer, errors and redirects included (contract, "The redirect URL"). */
public final class StandingHeaders {
    /** Nothing from elsewhere, no script or style in the page, no frame around it. */
    static final String CSP =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final List<HttpField> fields;

    /**
     * @param secure whether the base URL is https, so that browsers may be told to stay there
     */
    public StandingHeaders(boolean secure) {
        List<HttpField> all = new ArrayList<>(List.of(
                new PreEncodedHttpField("Content-Security-Policy", CSP),
                new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
                new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
                new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
                // what may be kept says so itself
                new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store")));
        if (secure) {
            all.add(new PreEncodedHttpField("Strict-Transport-Security", "max-age=31536000"));
        }
        this.fields = List.copyOf(all);
    }

    void put(HttpFields.Mutable headers, String requestId) {
        for (HttpField field : fields) {
            headers.put(field);
        }
        headers.put(RequestIds.HEADER, requestId);
    }
}
