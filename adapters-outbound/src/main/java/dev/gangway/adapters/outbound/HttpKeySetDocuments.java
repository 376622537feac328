package dev.gangway.adapters.outbound;

import dev.gangway.application.auth.port.KeySetDocuments;
import dev.gangway.domain.partner.WebAddress;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;

/** One GET for each document; nothing that it answers with is followed, and nothing is sent along. */
final class HttpKeySetDocuments implements KeySetDocuments {
    private static final String FORBIDDEN = "must be https and lead to an address of the public internet";

    private final CloseableHttpClient client;
    private final boolean loopback;
    private final long patienceNanos;

    HttpKeySetDocuments(CloseableHttpClient client, boolean loopback, Duration patience) {
        this.client = client;
        this.loopback = loopback;
        this.patienceNanos = patience.toNanos();
    }

    @Override
    public Fetched fetch(WebAddress address) {
        if (!address.value().startsWith("https://") && !loopback) {
            return new Fetched.Forbidden(FORBIDDEN);
        }
        HttpGet get;
        try {
            get = new HttpGet(URI.create(address.value()));
        } catch (IllegalArgumentException malformed) {
            return new Fetched.Forbidden("is not in the form of an address");
        }
        get.setHeader("Accept", "application/jwk-set+json, application/json");
        try {
            return client.execute(get, this::read);
        } catch (ForbiddenAddress forbidden) {
            return new Fetched.Forbidden(FORBIDDEN);
        } catch (IOException unreachable) {
            return new Fetched.Failed("does not answer");
        }
    }

    private Fetched read(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (response.getCode() != 200 || entity == null) {
            return new Fetched.Failed("answers with status " + response.getCode() + " and not with a document");
        }
        // what is not read is not waited for either: the connection is closed with the answer
        InputStream in = entity.getContent();
        long deadline = System.nanoTime() + patienceNanos;
        byte[] buffer = new byte[8192];
        int length = 0;
        for (int read = in.read(buffer, 0, buffer.length);
                read >= 0;
                read = in.read(buffer, length, buffer.length - length)) {
            length += read;
            if (length > MAX_BYTES) {
                throw new IOException("more than 256 KiB");
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("too slow");
            }
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.min(MAX_BYTES + 1, length * 2));
            }
        }
        return new Fetched.Document(Arrays.copyOf(buffer, length));
    }
}
