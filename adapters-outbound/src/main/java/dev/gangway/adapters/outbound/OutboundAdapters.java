package dev.gangway.adapters.outbound;

import dev.gangway.application.auth.port.KeySetDocuments;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;

/** Every port that calls an address which somebody else has named. */
public final class OutboundAdapters implements AutoCloseable {
    private final CloseableHttpClient client;
    private final KeySetDocuments keySetDocuments;

    private OutboundAdapters(CloseableHttpClient client, Duration patience) {
        this.client = client;
        this.keySetDocuments = new HttpKeySetDocuments(client, patience);
    }

    /**
     * The adapters.
     *
     * @param loopback whether this machine may be called, as it has to be where partners are tried out; never in production
     */
    public static OutboundAdapters calling(boolean loopback) {
        return calling(new PublicAddresses(loopback), SSLContexts.createDefault(), Duration.ofSeconds(5));
    }

    /**
     * The adapters.
     *
     * @param tls decides whose certificates are trusted
     * @param patience for one document as a whole
     */
    static OutboundAdapters calling(PublicAddresses addresses, SSLContext tls, Duration patience) {
        // of single steps, for what might be left of a call that was given up: its whole time is bounded by the caller
        Timeout timeout = Timeout.of(patience.multipliedBy(2));
        CloseableHttpClient client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(addresses)
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(tls))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                // a name's first address may be dead, and the next one alive
                                .setConnectTimeout(Timeout.of(patience.dividedBy(3)))
                                .setSocketTimeout(timeout)
                                .build())
                        .setDefaultTlsConfig(
                                TlsConfig.custom().setHandshakeTimeout(timeout).build())
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(timeout).build())
                        .setMaxConnTotal(32)
                        .setMaxConnPerRoute(4)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .build())
                // a document in ten minutes is worth a connection, to an address that was checked for it
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableAutomaticRetries()
                .setUserAgent("Gangway")
                .build();
        return new OutboundAdapters(client, patience);
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
