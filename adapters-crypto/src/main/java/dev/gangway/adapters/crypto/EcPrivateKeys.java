package dev.gangway.adapters.crypto;

import dev.gangway.application.source.port.RequestSigner.UnusableKey;
import dev.gangway.domain.shared.Secret;
import java.io.IOException;
import java.io.StringReader;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.jspecify.annotations.Nullable;

/** Reads private keys as exchanges hand them out. */
final class EcPrivateKeys {
    private static final String P256 = "secp256r1";

    private EcPrivateKeys() {}

    /** @throws UnusableKey if {@code pem} is no private key on P-256 */
    static PrivateKey p256(Secret pem) {
        PrivateKey key = read(pem);
        // by its parameters' name as the platform prints it, for one curve has several names
        if (key instanceof ECPrivateKey ec && ec.getParams().toString().contains(P256)) {
            return key;
        }
        throw unusable();
    }

    private static @Nullable PrivateKey read(Secret pem) {
        // a key that was copied out of a JSON file has the two characters \n where its lines end
        String text = pem.reveal().replace("\\r", "").replace("\\n", "\n");
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            return switch (parser.readObject()) {
                case PEMKeyPair pair -> converter.getPrivateKey(pair.getPrivateKeyInfo());
                case PrivateKeyInfo info -> converter.getPrivateKey(info);
                case null, default -> null;
            };
        } catch (PEMException unreadable) {
            throw unusable();
        } catch (IOException | IllegalArgumentException | ClassCastException unreadable) {
            throw unusable();
        }
    }

    /** Without the cause, which may quote the key. */
    private static UnusableKey unusable() {
        return new UnusableKey("a private key on P-256 in PEM");
    }
}
