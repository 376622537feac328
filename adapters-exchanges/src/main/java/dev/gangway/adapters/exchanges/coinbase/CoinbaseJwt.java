package dev.gangway.adapters.exchanges.coinbase;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.adapters.exchanges.http.ExchangeJson;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.source.ApiCredentials;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** The token with which one request is made: signed with ES256, for two minutes, naming method, host and path. */
final class CoinbaseJwt {
    private static final Duration LIFETIME = Duration.ofMinutes(2);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final RequestSigner signer;
    private final AtomicLong count = new AtomicLong();

    CoinbaseJwt(RequestSigner signer) {
        this.signer = signer;
    }

    /**
     * A token of its own for each request.
     *
     * @param uri method, host and path without query, such as {@code GET api.coinbase.com/v2/accounts}
     * @throws RequestSigner.UnusableKey if the secret is no private key on P-256
     */
    String of(ApiCredentials credentials, String uri, Instant now) {
        String key = credentials.apiKey().reveal();
        ObjectNode header = JsonNodeFactory.instance
                .objectNode()
                .put("alg", "ES256")
                .put("kid", key)
                .put("nonce", nonce(key, now))
                .put("typ", "JWT");
        ObjectNode claims = JsonNodeFactory.instance
                .objectNode()
                .put("sub", key)
                .put("iss", "cdp")
                .put("nbf", now.getEpochSecond())
                .put("exp", now.plus(LIFETIME).getEpochSecond())
                .put("uri", uri);
        String signed = part(header) + '.' + part(claims);
        byte[] signature = signer.es256(credentials.apiSecret(), signed.getBytes(StandardCharsets.US_ASCII));
        return signed + '.' + BASE64.encodeToString(signature);
    }

    /** Need not be secret, only new. */
    private String nonce(String key, Instant now) {
        String once = key + ' ' + now + ' ' + System.identityHashCode(this) + ' ' + count.incrementAndGet();
        return HexFormat.of().formatHex(signer.sha256(once.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    private static String part(ObjectNode json) {
        return BASE64.encodeToString(ExchangeJson.text(json).getBytes(StandardCharsets.UTF_8));
    }
}
