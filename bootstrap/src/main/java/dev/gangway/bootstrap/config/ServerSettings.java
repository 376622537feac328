package dev.gangway.bootstrap.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the server listens.
 *
 * @param host the address
 * @param port the port, 0 for a free one
 * @param baseUrl where browsers reach it, null for localhost
 * @param metrics where its metrics are
 * @param shutdownGrace how long a stop waits
 * @param accessLog whether every request is logged
 */
public record ServerSettings(
        String host,
        int port,
        @Nullable String baseUrl,
        MetricsPort metrics,
        Duration shutdownGrace,
        boolean accessLog) {
    /**
     * The port of the metrics.
     *
     * @param port 0 for none
     * @param asked whether it was asked for, so that no other will do
     */
    public record MetricsPort(int port, boolean asked) {}

    /** Where browsers reach the server that listens on {@code boundPort}; no trailing slash. */
    public String baseUrlOn(int boundPort) {
        return baseUrl == null ? "http://localhost:" + boundPort : baseUrl;
    }

    /** The same on another port, which is then the one that was asked for. */
    public ServerSettings onPort(int otherPort) {
        return new ServerSettings(host, otherPort, baseUrl, metrics, shutdownGrace, accessLog);
    }
}
