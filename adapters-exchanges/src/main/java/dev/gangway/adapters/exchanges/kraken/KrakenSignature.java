package dev.gangway.adapters.exchanges.kraken;

import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** {@code API-Sign}: HMAC-SHA512 of the path and of the SHA-256 over nonce and form, under the decoded secret, in base64. */
final class KrakenSignature {
    private final RequestSigner signer;

    KrakenSignature(RequestSigner signer) {
        this.signer = signer;
    }

    /** @throws RequestSigner.UnusableKey if the secret is not base64 */
    String of(Secret secret, String path, String nonce, String form) {
        byte[] start = path.getBytes(StandardCharsets.UTF_8);
        byte[] digest = signer.sha256((nonce + form).getBytes(StandardCharsets.UTF_8));
        byte[] message = Arrays.copyOf(start, start.length + digest.length);
        System.arraycopy(digest, 0, message, start.length, digest.length);
        return Base64.getEncoder().encodeToString(signer.hmacSha512Base64Key(secret, message));
    }
}
