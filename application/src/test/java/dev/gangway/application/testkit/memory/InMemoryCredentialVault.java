package dev.gangway.application.testkit.memory;

import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.user.UserId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM with a nonce that counts, which is right for a key that lives as long as a test. */
final class InMemoryCredentialVault implements CredentialVault {
    private static final int NONCE = 12;

    private final SecretKeySpec key;
    private final AtomicLong nonces = new AtomicLong();

    InMemoryCredentialVault(String name) {
        this.key = new SecretKeySpec(new Mac256(name).of("sealing"), "AES");
    }

    @Override
    public SealedCredentials seal(CredentialsId id, UserId owner, ApiCredentials credentials) {
        byte[] nonce = ByteBuffer.allocate(NONCE)
                .putInt(0)
                .putLong(nonces.incrementAndGet())
                .array();
        Secret passphrase = credentials.passphrase();
        String plain = Mac256.encode(credentials.apiKey().reveal())
                + '.'
                + Mac256.encode(credentials.apiSecret().reveal())
                + (passphrase == null ? "" : "." + Mac256.encode(passphrase.reveal()));
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, nonce, id, owner).doFinal(plain.getBytes(StandardCharsets.US_ASCII));
            byte[] all = ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return new SealedCredentials(id, owner, Mac256.encode(all));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public ApiCredentials open(SealedCredentials sealed) {
        try {
            byte[] all = Mac256.decode(sealed.sealed());
            if (all.length < NONCE) {
                throw new CredentialsUnreadable(sealed.id());
            }
            byte[] nonce = Arrays.copyOf(all, NONCE);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, nonce, sealed.id(), sealed.owner())
                    .doFinal(all, NONCE, all.length - NONCE);
            String[] parts = new String(plain, StandardCharsets.US_ASCII).split("\\.", -1);
            return new ApiCredentials(part(parts[0]), part(parts[1]), parts.length < 3 ? null : part(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException altered) {
            throw new CredentialsUnreadable(sealed.id());
        }
    }

    private static Secret part(String encoded) {
        return Secret.of(new String(Mac256.decode(encoded), StandardCharsets.UTF_8));
    }

    private Cipher cipher(int mode, byte[] nonce, CredentialsId id, UserId owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD((id.value() + owner.value()).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
