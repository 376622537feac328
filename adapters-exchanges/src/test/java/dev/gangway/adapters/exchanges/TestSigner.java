package dev.gangway.adapters.exchanges;

import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The real thing, in a test. */
public final class TestSigner implements RequestSigner {
    @Override
    public byte[] hmacSha256(Secret key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
