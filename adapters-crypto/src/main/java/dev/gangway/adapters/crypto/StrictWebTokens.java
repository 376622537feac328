package dev.gangway.adapters.crypto;

import dev.gangway.application.auth.port.WebTokens;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Compact JWS (RFC 7515, 7.1) whose payload is a JSON object of claims. */
final class StrictWebTokens implements WebTokens {
    @Override
    public @Nullable Unverified read(String token) {
        CompactJws jws = CompactJws.parse(token, MAX_LENGTH);
        TokenHeader header = jws == null ? null : TokenHeader.read(bytes(jws.header()));
        TokenClaims claims = jws == null ? null : TokenClaims.read(bytes(jws.payload()));
        byte @Nullable [] signature = jws == null ? null : Base64Url.decode(jws.signature());
        if (jws == null || header == null || claims == null || signature == null || signature.length == 0) {
            return null;
        }
        return new Unverified(
                header.algorithm(),
                header.keyId(),
                claims.clientId(),
                claims.issuedAt(),
                claims.expiresAt(),
                claims.notBefore(),
                jws.input().getBytes(StandardCharsets.US_ASCII),
                signature);
    }

    private static byte[] bytes(String decoded) {
        return decoded.getBytes(StandardCharsets.ISO_8859_1);
    }
}
