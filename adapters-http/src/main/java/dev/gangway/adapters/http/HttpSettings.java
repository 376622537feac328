package dev.gangway.adapters.http;

import dev.gangway.domain.shared.AddressRange;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the server listens and what it says of itself.
 *
 * @param host the address to listen on, such as {@code 0.0.0.0}
 * @param port the port, 0 for any free one
 * @param baseUrl how browsers reach it: scheme and authority without a trailing slash; nothing is taken from the Host
 *     header
 * @param operator the name of the company that runs this Gangway, on every page
 * @param environment where this Gangway runs, such as {@code sandbox}; told to partners
 * @param demo where {@code /demo} leads, null if there is no demo
 * @param idleTimeout after so long without a byte a connection is closed, also in the middle of a request
 * @param bodyTimeout how long a body may take to arrive, however steadily it drips
 * @param trustedProxies whose {@code X-Forwarded-For} is believed
 */
public record HttpSettings(
        String host,
        int port,
        String baseUrl,
        String operator,
        String environment,
        @Nullable String demo,
        Duration idleTimeout,
        Duration bodyTimeout,
        List<AddressRange> trustedProxies) {
    /** Checks the base URL, copies the rest. */
    public HttpSettings {
        trustedProxies = List.copyOf(trustedProxies);
        boolean web = baseUrl.startsWith("https://") || baseUrl.startsWith("http://");
        if (!web || baseUrl.indexOf('/', baseUrl.indexOf("//") + 2) >= 0) {
            throw new IllegalArgumentException("the base URL must be scheme and authority, without a path");
        }
    }

    /** The usual timeouts, no demo, no proxies, in production. */
    public static HttpSettings of(String host, int port, String baseUrl, String operator) {
        return new HttpSettings(
                host,
                port,
                baseUrl,
                operator,
                "production",
                null,
                Duration.ofSeconds(30),
                Duration.ofSeconds(20),
                List.of());
    }

    /** The same in that environment. */
    public HttpSettings in(String other) {
        return new HttpSettings(host, port, baseUrl, operator, other, demo, idleTimeout, bodyTimeout, trustedProxies);
    }

    /** The same with {@code /demo} leading there. */
    public HttpSettings withDemo(String url) {
        return new HttpSettings(
                host, port, baseUrl, operator, environment, url, idleTimeout, bodyTimeout, trustedProxies);
    }

    /** The same with other timeouts. */
    public HttpSettings withTimeouts(Duration idle, Duration body) {
        return new HttpSettings(host, port, baseUrl, operator, environment, demo, idle, body, trustedProxies);
    }

    /** The same behind these proxies. */
    public HttpSettings behind(List<AddressRange> proxies) {
        return new HttpSettings(host, port, baseUrl, operator, environment, demo, idleTimeout, bodyTimeout, proxies);
    }

    /** Whether browsers reach it by https, so that cookies are {@code Secure} and HSTS is sent. */
    public boolean secure() {
        return baseUrl.startsWith("https://");
    }
}
