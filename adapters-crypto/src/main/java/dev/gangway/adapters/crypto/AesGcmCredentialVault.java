package dev.gangway.adapters.crypto;

import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/** Seals users' exchange credentials for the row and the user that they belong to. */
final class AesGcmCredentialVault implements CredentialVault {
    static final String LABEL = "gangway/credentials/v1";

    private final SealedText seals;

    AesGcmCredentialVault(KeyRingReader ring) {
        this.seals = new SealedText(ring);
    }

    @Override
    public SealedCredentials seal(CredentialsId id, UserId owner, ApiCredentials credentials) {
        Secret passphrase = credentials.passphrase();
        byte[] plain = Framed.of(
                credentials.apiKey().reveal(),
                credentials.apiSecret().reveal(),
                passphrase == null ? null : passphrase.reveal());
        return new SealedCredentials(id, owner, seals.seal(plain, LABEL, id.value(), owner.value()));
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
        byte @Nullable [] plain = seals.open(
                sealed.sealed(), LABEL, sealed.id().value(), sealed.owner().value());
        return plain == null ? null : read(plain);
    }

    /** What was sealed, null if it was not sealed here. */
    static @Nullable ApiCredentials read(byte[] plain) {
        @Nullable String @Nullable [] texts = Framed.read(plain, 3);
        if (texts == null || texts[0] == null || texts[1] == null) {
            return null;
        }
        String passphrase = texts[2];
        return new ApiCredentials(
                Secret.of(texts[0]), Secret.of(texts[1]), passphrase == null ? null : Secret.of(passphrase));
    }
}
