package dev.gangway.adapters.outbound;

import dev.gangway.application.auth.port.KeySetDocuments;
import dev.gangway.domain.partner.WebAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/** One GET for each document; nothing that it answers with is followed, and nothing is sent along. */
final class HttpKeySetDocuments implements KeySetDocuments {
    private static final String FORBIDDEN = "must be https and lead to an address of the public internet";

    private final CloseableHttpClient client;
    private final Duration patience;

    HttpKeySetDocuments(CloseableHttpClient client, Duration patience) {
        this.client = client;
        this.patience = patience;
    }

    @Override
    public Fetched fetch(WebAddress address) {
        HttpGet get = get(address);
        if (get == null) {
            return new Fetched.Forbidden(FORBIDDEN);
        }
        // The client's own timeouts bound each step, and a server that drips takes as many steps as it likes. So this
        // one bounds them all: the name's look-up, the connection, the handshake, the header and the body.
        FutureTask<Fetched> asking = new FutureTask<>(() -> ask(get));
        Thread.ofVirtual().name("key-set").start(asking);
        try {
            return asking.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException slow) {
            get.cancel();
            return new Fetched.Failed("does not answer in full within " + patience.toSeconds() + " seconds");
        } catch (InterruptedException stopped) {
            get.cancel();
            Thread.currentThread().interrupt();
            return new Fetched.Failed("was not waited for");
        } catch (ExecutionException fault) {
            throw new IllegalStateException(fault.getCause());
        }
    }

    /** The call, or null if the address is none that can be asked. */
    private static @Nullable HttpGet get(WebAddress address) {
        HttpGet get;
        try {
            URI uri = URI.create(address.value());
            // without a host it is one that only some readers would find in it
            if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getRawUserInfo() != null) {
                return null;
            }
            get = new HttpGet(uri);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
        get.setHeader("Accept", "application/jwk-set+json, application/json");
        return get;
    }

    private Fetched ask(HttpGet get) {
        try {
            return read(client.executeOpen(RoutingSupport.determineHost(get), get, null));
        } catch (ForbiddenAddress forbidden) {
            return new Fetched.Forbidden(FORBIDDEN);
        } catch (UnknownHostException unknown) {
            return new Fetched.Failed("has a name that leads nowhere");
        } catch (SSLException unproven) {
            return new Fetched.Failed("has no certificate for its name that is valid and trusted");
        } catch (IOException | HttpException unreachable) {
            return new Fetched.Failed("does not answer");
        } finally {
            // to close the answer would be to read it to its end first
            get.cancel();
        }
    }

    private static Fetched read(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != 200 || entity == null) {
            return new Fetched.Failed("answers with status " + response.getCode() + " and not with a document");
        }
        InputStream in = entity.getContent();
        byte[] buffer = new byte[8192];
        int length = 0;
        for (int read = in.read(buffer, 0, buffer.length);
                read >= 0;
                read = in.read(buffer, length, buffer.length - length)) {
            length += read;
            if (length > MAX_BYTES) {
                return new Fetched.Failed("answers with more than " + MAX_BYTES / 1024 + " KiB");
            }
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.min(MAX_BYTES + 1, length * 2));
            }
        }
        return new Fetched.Document(Arrays.copyOf(buffer, length));
    }
}
