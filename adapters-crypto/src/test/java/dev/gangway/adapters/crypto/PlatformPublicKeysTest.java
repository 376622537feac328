package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.application.testkit.contract.PublicKeysContract;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.domain.apikey.CredentialMaterial.PublicKey;
import dev.gangway.domain.apikey.JwsAlgorithm;
import dev.gangway.domain.shared.InvalidValue;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformPublicKeysTest implements PublicKeysContract {
    private final PublicKeys keys = new PlatformPublicKeys();

    @Override
    public PublicKeys publicKeys() {
        return keys;
    }

    private void assertRefused(String pem, String why) {
        assertThatThrownBy(() -> keys.read("public_key", pem))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining(why);
    }

    private static String rsa(BigInteger modulus, BigInteger exponent) {
        return TokenForge.pem(Objects.requireNonNull(VerifyingKeys.of("RSA", new RSAPublicKeySpec(modulus, exponent))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "17", "65536", "36893488147419103233"})
    void refuseAnExponentThatIsSmallEvenOrImmense(String exponent) {
        BigInteger modulus = ((RSAPublicKey) RSA.getPublic()).getModulus();
        assertRefused(rsa(modulus, new BigInteger(exponent)), "65537");
    }

    @Test
    void refuseAModulusThatIsEven() {
        BigInteger modulus = ((RSAPublicKey) RSA.getPublic()).getModulus();
        assertRefused(rsa(modulus.subtract(BigInteger.ONE), BigInteger.valueOf(65_537)), "odd");
    }

    @Test
    void refuseAModulusThatAnybodyCanFactor() {
        // 1 by each of the primes that tell, as a power of 65537 may be
        BigInteger product = BigInteger.TWO;
        for (int prime : new int[] {11, 13, 17, 19, 37, 53, 61, 71, 73, 79, 97, 103, 107, 109, 127, 151, 157}) {
            product = product.multiply(BigInteger.valueOf(prime));
        }
        BigInteger modulus = product.shiftLeft(2048 - product.bitLength()).add(BigInteger.ONE);
        assertRefused(rsa(modulus, BigInteger.valueOf(65_537)), "CVE-2017-15361");
    }

    @Test
    void refuseAPointThatIsNotOfItsCurve() {
        byte[] key = TokenForge.ec("secp256r1").getPublic().getEncoded();
        key[key.length - 1] ^= 1;
        assertThatThrownBy(() -> keys.read("public_key", TokenForge.pem("PUBLIC KEY", key)))
                .isInstanceOf(InvalidValue.class);
        assertThat(keys.verify(
                        new PublicKey(TokenForge.pem("PUBLIC KEY", key)), JwsAlgorithm.ES256, MESSAGE, new byte[64]))
                .isFalse();
    }

    @Test
    void refuseAPointThatIsCompressed() {
        KeyPair pair = TokenForge.ec("secp256r1");
        String x = HexFormat.of().formatHex(Arrays.copyOfRange(pair.getPublic().getEncoded(), 27, 59));
        byte[] compressed = HexFormat.of().parseHex("3039301306072a8648ce3d020106082a8648ce3d030107032200" + "02" + x);
        assertThatThrownBy(() -> keys.read("public_key", TokenForge.pem("PUBLIC KEY", compressed)))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void refuseACurveThatTheKeyBringsAlongAndOneThatNobodyNamed() {
        // the curve of another currency, whose field is as wide as that of P-256
        byte[] key = TokenForge.ec("secp256r1").getPublic().getEncoded();
        String hex = HexFormat.of().formatHex(key);
        String other = hex.replace("301306072a8648ce3d020106082a8648ce3d030107", "301006072a8648ce3d020106052b8104000a")
                .replaceFirst("^3059", "3056");
        assertThatThrownBy(() -> keys.read(
                        "public_key",
                        TokenForge.pem("PUBLIC KEY", HexFormat.of().parseHex(other))))
                .isInstanceOf(InvalidValue.class);
        String parameters = "302c06072a8648ce3d020130210201013019" + "06072a8648ce3d0101020e" + "00".repeat(14);
        assertThatThrownBy(() -> keys.read(
                        "public_key",
                        TokenForge.pem("PUBLIC KEY", HexFormat.of().parseHex(parameters))))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void sayWhatACertificateIs() {
        assertRefused(TokenForge.pem("CERTIFICATE", new byte[9]), "certificate");
    }

    @Test
    void takeAKeyThatWasCopiedOutOfAJsonFile() {
        String pem = TokenForge.pem(RSA.getPublic());
        assertThat(keys.read("public_key", pem.replace("\n", "\\n"))).isEqualTo(keys.read("public_key", pem));
    }

    @Test
    void refuseWhatStandsBehindAKey() {
        byte[] info = RSA.getPublic().getEncoded();
        assertRefused(TokenForge.pem("PUBLIC KEY", Arrays.copyOf(info, info.length + 1)), "PEM");
        assertRefused("x".repeat(20_000), "PEM");
    }

    @Test
    void doNotTakeAnEcSignatureWhosePartsAreOutOfRange() {
        KeyPair pair = TokenForge.ec("secp256r1");
        PublicKey key = keys.read("public_key", TokenForge.pem(pair.getPublic()));
        BigInteger order = ((ECPublicKey) pair.getPublic()).getParams().getOrder();
        byte[] n = Arrays.copyOfRange(order.toByteArray(), 1, 33);
        byte[] one = new byte[32];
        one[31] = 1;
        for (byte[] r : new byte[][] {new byte[32], n, one}) {
            for (byte[] s : new byte[][] {new byte[32], n}) {
                byte[] signature = Arrays.copyOf(r, 64);
                System.arraycopy(s, 0, signature, 32, 32);
                assertThat(keys.verify(key, JwsAlgorithm.ES256, MESSAGE, signature))
                        .isFalse();
            }
        }
    }
}
