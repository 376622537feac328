package dev.gangway.adapters.crypto;

import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.domain.apikey.CredentialMaterial.PublicKey;
import dev.gangway.domain.apikey.JwsAlgorithm;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The platform's RSA and ECDSA. */
final class PlatformPublicKeys implements PublicKeys {
    /** So many keys are kept ready; of further ones each use reads the text again. */
    private static final int MAX_PREPARED = 1_000;

    private final Map<PublicKey, java.security.PublicKey> prepared = new ConcurrentHashMap<>();

    @Override
    public PublicKey read(String field, String pem) {
        String refused = pem.contains("PRIVATE KEY-----")
                ? "is a private key, which only you may have: make a new pair, and send its public half"
                : pem.contains("CERTIFICATE-----") ? "is a certificate: send the public key alone" : null;
        java.security.PublicKey key = refused == null ? PublicKeyText.read(pem) : null;
        if (refused == null) {
            refused = key == null
                    ? "must be one public key in PEM, RSA or EC on P-256, P-384 or P-521"
                    : VerifyingKeys.fault(key);
        }
        if (refused != null || key == null) {
            throw new InvalidValue(field, FieldError.INVALID_FORMAT, String.valueOf(refused));
        }
        return new PublicKey(PublicKeyText.write(key));
    }

    @Override
    public boolean verify(PublicKey key, JwsAlgorithm algorithm, byte[] signed, byte[] signature) {
        java.security.PublicKey ready = prepare(key);
        return ready != null && JwsSignatures.verify(ready, algorithm, signed, signature);
    }

    private java.security.@Nullable PublicKey prepare(PublicKey key) {
        java.security.PublicKey known = prepared.get(key);
        if (known != null) {
            return known;
        }
        // checked again: what was let in under older rules must not be believed for ever
        java.security.PublicKey read = PublicKeyText.read(key.pem());
        if (read == null || VerifyingKeys.fault(read) != null) {
            return null;
        }
        if (prepared.size() < MAX_PREPARED) {
            prepared.put(key, read);
        }
        return read;
    }
}
