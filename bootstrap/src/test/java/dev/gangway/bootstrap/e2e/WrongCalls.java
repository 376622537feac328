package dev.gangway.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.application.testkit.fixture.TokenForge;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A partner's backend that signs its calls, and gets each thing wrong that can be got wrong. */
final class WrongCalls {
    static final String WHOAMI = "/api/v1/partner/whoami";
    static final String REGISTER = "/api/v1/partner/register";

    private final URI baseUrl;
    private final Planted secrets;
    private final Planted signatures;
    private final List<Wrong> all = new ArrayList<>();

    /** A credential as it was handed to the partner. */
    record Held(String id, String secret) {
        static Held of(JsonNode issued) {
            return new Held(
                    issued.path("credential_id").asText(), issued.path("secret").asText());
        }
    }

    /**
     * A call that is to be refused.
     *
     * @param name its request id
     * @param credential which credential it names
     * @param reason why it is refused
     * @param canonical what the server computes, null of a token
     * @param differs on which line the partner's own text differs from that, null if they are equal
     */
    record Wrong(
            String name,
            String credential,
            String reason,
            @Nullable String canonical,
            @Nullable String differs,
            long ahead,
            HttpRequest.Builder request) {}

    /**
     * @param secrets is told of every secret and token
     * @param signatures is told of every signature, the ones that were sent and the ones that would have been right
     */
    WrongCalls(URI baseUrl, Planted secrets, Planted signatures) {
        this.baseUrl = baseUrl;
        this.secrets = secrets;
        this.signatures = signatures;
    }

    List<Wrong> all() {
        return all;
    }

    /** Signed requests by a key that is in order, and by others that have run out or may not be used from here. */
    void sign(Held key, Held fenced, Held over, Held stranger) {
        long now = Instant.now().getEpochSecond();
        String query = WHOAMI + "?a=1&b=2";
        String body = "{\"email\":\"a@example.com\"}";
        String unsigned = "the signature is not one of what arrived";
        signed(
                "wrong-secret",
                key,
                new Held(key.id(), stranger.secret()),
                now,
                "GET",
                WHOAMI,
                WHOAMI,
                "",
                "",
                unsigned);
        signed("altered-body", key, key, now, "POST", REGISTER, REGISTER, body, body.replace(":", ": "), unsigned);
        signed("query-dropped", key, key, now, "GET", WHOAMI, query, "", "", unsigned);
        signed("query-reordered", key, key, now, "GET", query, WHOAMI + "?b=2&a=1", "", "", unsigned);
        signed("other-method", key, key, now, "POST", WHOAMI, WHOAMI, "", "", unsigned);
        signed("clock-behind", key, key, now - 31, "GET", WHOAMI, WHOAMI, "", "", "stale timestamp");
        signed("clock-ahead", key, key, now + 45, "GET", WHOAMI, WHOAMI, "", "", "stale timestamp");
        signed("replay", key, key, now, "GET", WHOAMI, WHOAMI, "", "", "signature used before");
        String elsewhere = "credential used from an address that it does not allow";
        signed("not-from-here", fenced, fenced, now, "GET", WHOAMI, WHOAMI, "", "", elsewhere);
        signed("run-out", over, over, now, "GET", WHOAMI, WHOAMI, "", "", "expired or revoked credential");
        Held nobody = new Held("cred_01J0000000000000000000000Z", stranger.secret());
        signed("unknown-key", nobody, nobody, now, "GET", WHOAMI, WHOAMI, "", "", "unknown key");
    }

    private void signed(
            String name,
            Held known,
            Held used,
            long at,
            String method,
            String signedTarget,
            String target,
            String signedBody,
            String body,
            String reason) {
        String signedMethod = name.equals("other-method") ? "GET" : method;
        String own = canonical(at, signedMethod, signedTarget, signedBody);
        String arrives = canonical(at, method, target, body);
        sent(name + "-sent", TokenForge.hmac(used.secret(), own));
        sent(name + "-right", TokenForge.hmac(known.secret(), arrives));
        String differs = !signedMethod.equals(method)
                ? "method"
                : !signedTarget.equals(target) ? "path" : !signedBody.equals(body) ? "body_sha256" : null;
        HttpRequest.Builder request = request(name, method, target, body)
                .header("X-API-Key", used.id())
                .header("X-Timestamp", Long.toString(at))
                .header("X-Signature", HexFormat.of().formatHex(TokenForge.hmac(used.secret(), own)))
                .header("X-Debug-Canonical", base64(own));
        all.add(new Wrong(
                name, used.id(), reason, arrives, differs, at - Instant.now().getEpochSecond(), request));
    }

    /** The call that makes the one named {@code replay} a replay. */
    HttpRequest.Builder first(Held key) {
        Wrong replay = all.stream()
                .filter(one -> one.name().equals("replay"))
                .findFirst()
                .orElseThrow();
        return replay.request().copy();
    }

    /** Tokens by a client that is in order, and by others. */
    void token(Held client, Held fenced, Held over, Held stranger) {
        long now = Instant.now().getEpochSecond();
        String right = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";
        token("token-wrong-secret", client, stranger.secret(), right, now, 900, "not signed by its client secret");
        token("token-expired", client, client.secret(), right, now - 1000, 900, "expired web token");
        token("token-ahead", client, client.secret(), right, now + 45, 900, "issued in the future");
        token(
                "token-too-long",
                client,
                client.secret(),
                right,
                now,
                90_000,
                "valid for longer than the partner's tokens may be");
        token(
                "token-other-algorithm",
                client,
                client.secret(),
                "{\"alg\":\"RS256\"}",
                now,
                900,
                "another algorithm than the credential's");
        token(
                "token-not-from-here",
                fenced,
                fenced.secret(),
                right,
                now,
                900,
                "credential used from an address that it does not allow");
        token("token-run-out", over, over.secret(), right, now, 900, "expired or revoked credential");
        Held nobody = new Held("cred_01J0000000000000000000000Z", stranger.secret());
        token("token-unknown", nobody, nobody.secret(), right, now, 900, "unknown clientId");
    }

    private void token(String name, Held client, String secret, String header, long at, long lifetime, String reason) {
        String claims = "{\"clientId\":\"" + client.id() + "\",\"iat\":" + at + ",\"exp\":" + (at + lifetime) + "}";
        String token = TokenForge.hs256(header, claims, secret);
        secrets.plant(name, token);
        signatures.plant(name + "-sent", token.substring(token.lastIndexOf('.') + 1));
        String would = TokenForge.hs256(header, claims, client.secret());
        signatures.plant(name + "-right", would.substring(would.lastIndexOf('.') + 1));
        all.add(new Wrong(
                name,
                client.id(),
                reason,
                null,
                null,
                at - Instant.now().getEpochSecond(),
                request(name, "GET", WHOAMI, "").header("Authorization", "Bearer " + token)));
    }

    private void sent(String name, byte[] signature) {
        signatures.plant(name, HexFormat.of().formatHex(signature));
        signatures.plant(name + "-base64", Base64.getEncoder().withoutPadding().encodeToString(signature));
    }

    private HttpRequest.Builder request(String name, String method, String target, String body) {
        return HttpRequest.newBuilder(URI.create(baseUrl + target))
                .header("X-Request-Id", name)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    /** A signed request that is right in everything. */
    HttpRequest.Builder right(String name, Held key, String method, String target, String body) {
        long now = Instant.now().getEpochSecond();
        byte[] signature = TokenForge.hmac(key.secret(), canonical(now, method, target, body));
        return request(name, method, target, body)
                .header("X-API-Key", key.id())
                .header("X-Timestamp", Long.toString(now))
                .header("X-Signature", HexFormat.of().formatHex(signature));
    }

    static String canonical(long at, String method, String target, String body) {
        return at + "\n" + method + "\n" + target + "\n" + sha256(body);
    }

    static String sha256(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
