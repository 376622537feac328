package dev.gangway.bootstrap.demo.sixpence;

import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A caller of the exchange's API that signs by itself, from the API's description and not from its code. */
public final class SignedClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private SignedClient() {}

    public static HttpResponse<String> get(SixpenceExchange exchange, ApiKey key, Instant at, String pathAndQuery) {
        String timestamp = Long.toString(at.toEpochMilli());
        return get(
                exchange, key.key(), timestamp, sign(key.secret(), timestamp + "\nGET\n" + pathAndQuery), pathAndQuery);
    }

    public static HttpResponse<String> get(
            SixpenceExchange exchange, String key, String timestamp, String signature, String pathAndQuery) {
        return send(HttpRequest.newBuilder(URI.create(exchange.baseUrl() + pathAndQuery))
                .timeout(Duration.ofSeconds(20))
                .header("X-SIX-KEY", key)
                .header("X-SIX-TIMESTAMP", timestamp)
                .header("X-SIX-SIGNATURE", signature)
                .build());
    }

    public static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String sign(String secret, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
