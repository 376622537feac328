package dev.gangway.adapters.outbound;

import dev.gangway.application.auth.port.KeySetDocuments;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** Every port that calls an address which somebody else has named. */
public final class OutboundAdapters implements AutoCloseable {
    private final CloseableHttpClient client;
    private final KeySetDocuments keySetDocuments;

    private OutboundAdapters(CloseableHttpClient client, boolean loopback, Duration patience) {
        this.client = client;
        this.keySetDocuments = new HttpKeySetDocuments(client, loopback, patience);
    }

    /**
     * The adapters.
     *
     * @param loopback whether this machine may be called, as it has to be where partners are tried out; never in production
     */
    public static OutboundAdapters calling(boolean loopback) {
        return calling(loopback, Duration.ofSeconds(5));
    }

    static OutboundAdapters calling(boolean loopback, Duration patience) {
        Timeout timeout = Timeout.of(patience);
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PublicAddresses(loopback))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(timeout)
                                .setSocketTimeout(timeout)
                                .setTimeToLive(Timeout.ofSeconds(30))
                                .build())
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(timeout).build())
                        .setMaxConnTotal(32)
                        .setMaxConnPerRoute(4)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableAutomaticRetries()
                .setUserAgent("Gangway")
                .build();
        return new OutboundAdapters(client, loopback, patience);
    }

    /** Fetches the documents in which partners publish their keys. */
    public KeySetDocuments keySetDocuments() {
        return keySetDocuments;
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
