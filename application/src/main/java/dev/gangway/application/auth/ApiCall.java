package dev.gangway.application.auth;

import dev.gangway.domain.shared.Ascii;
import java.util.List;
import java.util.Map;

/**
 * What an authentication scheme sees of a call.
 *
 * @param method the HTTP method
 * @param target path and query exactly as sent
 * @param headers every value of every header, in order, by lower-case name
 * @param address the caller's network address
 * @param content the body
 */
public record ApiCall(
        String method, String target, Map<String, List<String>> headers, String address, Content content) {
    /** A call without a body. */
    public ApiCall(String method, String target, Map<String, List<String>> headers, String address) {
        this(method, target, headers, address, Content.NONE);
    }

    /** Every value of a header, none if it is absent. */
    public List<String> header(String name) {
        return headers.getOrDefault(Ascii.lower(name), List.of());
    }

    /** Tells nothing of the headers, which hold credentials. */
    @Override
    public String toString() {
        return "ApiCall[" + method + "]";
    }
}
