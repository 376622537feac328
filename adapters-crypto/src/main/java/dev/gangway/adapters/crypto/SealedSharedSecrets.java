package dev.gangway.adapters.crypto;

import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial.SealedSecret;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.OutboundSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Secrets of 43 letters and digits, which hold 256 random bits and no character that a shell or an option parser would
 * take for something else.
 */
final class SealedSharedSecrets implements SharedSecrets {
    static final String LABEL = "gangway/shared-secret/v1";
    private static final int LENGTH = 43;

    private final SealedText seals;
    private final SecureRandom random = new SecureRandom();

    SealedSharedSecrets(KeyRingReader ring) {
        this.seals = new SealedText(ring);
    }

    @Override
    public New issue(CredentialId id, PartnerId partner) {
        String secret = Base62.random(random, LENGTH);
        String sealed = seals.seal(secret.getBytes(StandardCharsets.UTF_8), LABEL, id.value(), partner.toString());
        return new New(new OutboundSecret(secret), new SealedSecret(sealed));
    }

    @Override
    public boolean verify(CredentialId id, PartnerId partner, SealedSecret sealed, byte[] message, byte[] mac) {
        byte @Nullable [] key = seals.open(sealed.sealed(), LABEL, id.value(), partner.toString());
        if (key == null) {
            throw new SecretUnreadable(id);
        }
        return MessageDigest.isEqual(Hmac.sha256(key, message), mac);
    }

    @Override
    public boolean verify(CredentialId id, PartnerId partner, SealedSecret sealed, String text, byte[] mac) {
        return verify(id, partner, sealed, text.getBytes(StandardCharsets.UTF_8), mac);
    }
}
