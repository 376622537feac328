package dev.gangway.adapters.crypto;

import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.shared.Secret;
import java.nio.charset.StandardCharsets;

/** The platform's HMAC. */
final class HmacRequestSigner implements RequestSigner {
    @Override
    public byte[] hmacSha256(Secret key, byte[] message) {
        return Hmac.sha256(key.reveal().getBytes(StandardCharsets.UTF_8), message);
    }
}
