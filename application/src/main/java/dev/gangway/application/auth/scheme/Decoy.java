package dev.gangway.application.auth.scheme;

import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial.PublicKey;
import dev.gangway.domain.apikey.CredentialMaterial.SealedSecret;
import dev.gangway.domain.apikey.JwsAlgorithm;
import dev.gangway.domain.partner.PartnerId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Verifies for nothing: who names a credential that does not exist waits as long as who signs for one that does, and learns
 * nothing of which ids are taken. Nobody has the private halves of these keys.
 */
final class Decoy {
    private static final CredentialId NOBODY = new CredentialId("cred_00000000000000000000000000");
    private static final PartnerId NO_PARTNER = new PartnerId(new UUID(0, 0));

    private static final PublicKey RSA = key("""
            MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA3LKeLfWULnyMWXrbMTzc
            hKR5pHheKhceVmeBI9TnzXAeQ0Xdvm5Zm6YmZgS7XiZbllzoRhb0XWJwcIqhf+pO
            0gohDkUUDG4WncCAHls8JPYGIBLwZGEaip1NoLH1yvrwaq0wPUBg1gF83WBapytk
            yZ1eYbE+rR6/5WpvDW9qcLGoyDChTiR1hQDvI6KVUzCS1j8s769ciWQTF1JLwYRI
            q6YeR6chmu079fUN3WBNyxc8oqV6kOeMcEnR/ebVHWTcPZXhVoeJjRkXtRc0ID1L
            Ij3oU0LX2d29ISfxMhsIzgYqsiDHwJ2Z7XEwXMS1PUmYLAZDJ0VXIelQhb7bA/t+
            AQIDAQAB""");

    private static final PublicKey P256 = key("""
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEcqImPkQ+1rK7se68xYsjCxvTGv/X
            LfiSZHiX4B1oynt5DSOPYWY1TUl7y1h5PDgXbCVA905T+NX42cW5npbGmg==""");

    private static final PublicKey P384 = key("""
            MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAElJIlNE0I9LoZOsy7hqLnf8+uRmMlmgLf
            w5Fex8+spcLT8ns/6uNFBvYIbyhsIpSY/+XKJfZ8LKC8ttkyQDqoGmPkV2hhiPfM
            7yVt21RLoBJ6fa2FVV4o78aD6bTMPKQ3""");

    private static final PublicKey P521 = key("""
            MIGbMBAGByqGSM49AgEGBSuBBAAjA4GGAAQAQIf/tf0Z7VXZhDQ3La2SJ8sdGtdl
            CDPiRRCNaXL5jzYwOGJnWF1bPbe0PfW2+81wjblFcUB2KwYrveV1YHP3GMYA+hi2
            WJY1vTMhZOouYi+eaKnyx2MWJ1+AgE9DYU3pRXUOZ4PsG3/ABRzWJm9EoMYHhZwj
            2UPox37mCs2XJTtU+qA=""");

    private final SharedSecrets secrets;
    private final PublicKeys keys;
    private volatile @Nullable SealedSecret sealed;

    Decoy(SharedSecrets secrets, PublicKeys keys) {
        this.secrets = secrets;
        this.keys = keys;
    }

    /** Takes as long as a secret takes. */
    void verify(byte[] message, byte[] mac) {
        boolean ignored = secrets.verify(NOBODY, NO_PARTNER, ready(), message, mac);
    }

    /** The same of a text. */
    void verify(String text, byte[] mac) {
        boolean ignored = secrets.verify(NOBODY, NO_PARTNER, ready(), text, mac);
    }

    private SealedSecret ready() {
        SealedSecret ready = sealed;
        if (ready == null) {
            // only now: when this is wired there is no key yet to seal with
            ready = secrets.issue(NOBODY, NO_PARTNER).sealed();
            sealed = ready;
        }
        return ready;
    }

    /** Takes as long as a key of this algorithm takes. */
    void verify(JwsAlgorithm algorithm, byte[] signed, byte[] signature) {
        switch (algorithm) {
            case HS256 -> verify(signed, signature);
            case RS256, RS384, RS512 -> verify(RSA, algorithm, signed, signature);
            case ES256 -> verify(P256, algorithm, signed, signature);
            case ES384 -> verify(P384, algorithm, signed, signature);
            case ES512 -> verify(P521, algorithm, signed, signature);
        }
    }

    private void verify(PublicKey key, JwsAlgorithm algorithm, byte[] signed, byte[] signature) {
        boolean ignored = keys.verify(key, algorithm, signed, signature);
    }

    private static PublicKey key(String base64) {
        return new PublicKey("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
    }
}
