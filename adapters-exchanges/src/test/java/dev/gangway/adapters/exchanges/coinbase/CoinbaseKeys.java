package dev.gangway.adapters.exchanges.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.adapters.exchanges.StubbedExchange.Asked;
import dev.gangway.adapters.exchanges.http.ExchangeJson;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keys of Coinbase's developer platform, and the check of a token that one has signed: no nonce is taken twice. */
final class CoinbaseKeys {
    static final String NAME = "organizations/0c1d/apiKeys/";
    private static final KeyPair ONE = keyPair();
    private static final KeyPair OTHER = keyPair();

    private record Key(PublicKey key, String permissions) {}

    private static final Map<String, Key> KEYS = Map.of(
            NAME + "first", new Key(ONE.getPublic(), permissions(true, false, false)),
            NAME + "second", new Key(OTHER.getPublic(), permissions(true, false, false)),
            NAME + "blind", new Key(ONE.getPublic(), permissions(false, false, false)),
            NAME + "trader", new Key(ONE.getPublic(), permissions(true, true, false)));

    private final Set<String> nonces = new HashSet<>();

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private half of the first key, and of the blind and the trading one. */
    static String first() {
        return pem(ONE);
    }

    /** The private half of the second key. */
    static String second() {
        return pem(OTHER);
    }

    /** As Coinbase hands it out (SEC 1, with the public half in it). */
    private static String pem(KeyPair pair) {
        String number = ((ECPrivateKey) pair.getPrivate()).getS().toString(16);
        byte[] spki = pair.getPublic().getEncoded();
        byte[] sec1 = HexFormat.of()
                .parseHex("307702010104" + "20" + "0".repeat(64 - number.length()) + number
                        + "a00a06082a8648ce3d030107a144034200"
                        + HexFormat.of().formatHex(spki, spki.length - 65, spki.length));
        return "-----BEGIN EC PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(sec1)
                + "\n-----END EC PRIVATE KEY-----\n";
    }

    static String permissions(boolean view, boolean trade, boolean transfer) {
        return "{\"can_view\":" + view + ",\"can_trade\":" + trade + ",\"can_transfer\":" + transfer
                + ",\"portfolio_uuid\":\"3f1c0f5e-portfolio\",\"portfolio_type\":\"DEFAULT\"}";
    }

    /** What the key of the token may do, null if the token is none. */
    @Nullable
    String permissionsOf(Asked call) {
        String[] parts =
                call.header("Authorization").replaceFirst("^Bearer ", "").split("\\.");
        if (parts.length != 3) {
            return null;
        }
        JsonNode header = json(parts[0]);
        JsonNode claims = json(parts[1]);
        Key key = KEYS.get(header.path("kid").asText());
        String uri = call.method() + " " + call.header("Host") + call.path();
        boolean right = header.path("alg").asText().equals("ES256")
                && header.path("typ").asText().equals("JWT")
                && header.path("nonce").asText().matches("[0-9a-f]{32}")
                && nonces.add(header.path("nonce").asText())
                && claims.path("sub").asText().equals(header.path("kid").asText())
                && claims.path("iss").asText().equals("cdp")
                && claims.path("uri").asText().equals(uri)
                && claims.path("nbf").asLong() == StubbedExchange.NOW.getEpochSecond()
                && claims.path("exp").asLong() == StubbedExchange.NOW.getEpochSecond() + 120;
        return key != null && right && signed(key.key(), parts) ? key.permissions() : null;
    }

    private static boolean signed(PublicKey key, String[] parts) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(key);
            verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException unverifiable) {
            return false;
        }
    }

    private static JsonNode json(String part) {
        JsonNode json = ExchangeJson.object(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        if (json == null) {
            throw new IllegalArgumentException("no JSON in a token");
        }
        return json;
    }
}
