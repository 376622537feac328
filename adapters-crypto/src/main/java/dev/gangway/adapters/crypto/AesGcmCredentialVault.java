package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.user.UserId;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Seals credentials as {@code v1.<key id>.<base64url of nonce, ciphertext and tag>}. The key's id, the credentials' id
 * and their owner are associated data, so that a text which is moved to another row, user or key does not open.
 */
final class AesGcmCredentialVault implements CredentialVault {
    private static final String FORMAT = "v1.";

    private final KeyRingReader ring;
    private final SecureRandom random = new SecureRandom();

    AesGcmCredentialVault(KeyRingReader ring) {
        this.ring = ring;
    }

    @Override
    public SealedCredentials seal(CredentialsId id, UserId owner, ApiCredentials credentials) {
        RingKey key = ring.active(KeyPurpose.SEALING);
        Secret passphrase = credentials.passphrase();
        byte[] plain = Framed.of(
                credentials.apiKey().reveal(),
                credentials.apiSecret().reveal(),
                passphrase == null ? null : passphrase.reveal());
        byte[] sealed = AesGcm.seal(key.key().forAes(), random, associated(key.id(), id, owner), plain);
        return new SealedCredentials(id, owner, FORMAT + key.id() + "." + Base64Url.encode(sealed));
    }

    @Override
    public ApiCredentials open(SealedCredentials sealed) {
        ApiCredentials credentials = read(sealed);
        if (credentials == null) {
            throw new CredentialsUnreadable(sealed.id());
        }
        return credentials;
    }

    private @Nullable ApiCredentials read(SealedCredentials sealed) {
        String text = sealed.sealed();
        int dot = text.indexOf('.', FORMAT.length());
        if (!text.startsWith(FORMAT) || dot < 0) {
            return null;
        }
        RingKey key = ring.usable(KeyPurpose.SEALING, text.substring(FORMAT.length(), dot));
        byte @Nullable [] bytes = Base64Url.decode(text.substring(dot + 1));
        if (key == null || bytes == null) {
            return null;
        }
        byte @Nullable [] plain =
                AesGcm.open(key.key().forAes(), associated(key.id(), sealed.id(), sealed.owner()), bytes);
        @Nullable String @Nullable [] texts = plain == null ? null : Framed.read(plain, 3);
        if (texts == null || texts[0] == null || texts[1] == null) {
            return null;
        }
        String passphrase = texts[2];
        return new ApiCredentials(
                Secret.of(texts[0]), Secret.of(texts[1]), passphrase == null ? null : Secret.of(passphrase));
    }

    private static byte[] associated(String keyId, CredentialsId id, UserId owner) {
        return Framed.of("gangway/credentials/v1", keyId, id.value(), owner.value());
    }
}
