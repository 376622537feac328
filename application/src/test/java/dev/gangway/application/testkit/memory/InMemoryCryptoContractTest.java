package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.port.ContentHashes;
import dev.gangway.application.auth.port.KeySets;
import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.auth.port.WebTokens;
import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.port.KeyWrapping;
import dev.gangway.application.keys.port.Resealing;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.signin.port.FormTokens;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.application.testkit.contract.ContentHashesContract;
import dev.gangway.application.testkit.contract.CredentialVaultContract;
import dev.gangway.application.testkit.contract.FingerprintsContract;
import dev.gangway.application.testkit.contract.FormTokensContract;
import dev.gangway.application.testkit.contract.IdsContract;
import dev.gangway.application.testkit.contract.KeySetsContract;
import dev.gangway.application.testkit.contract.KeyWrappingContract;
import dev.gangway.application.testkit.contract.LinkSignerContract;
import dev.gangway.application.testkit.contract.PublicKeysContract;
import dev.gangway.application.testkit.contract.RandomTokensContract;
import dev.gangway.application.testkit.contract.RequestSignerContract;
import dev.gangway.application.testkit.contract.ResealingContract;
import dev.gangway.application.testkit.contract.SharedSecretsContract;
import dev.gangway.application.testkit.contract.WebTokensContract;
import dev.gangway.application.testkit.fixture.DeterministicIds;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.domain.apikey.CredentialMaterial.KeySetAddress;
import dev.gangway.domain.source.ExchangeName;
import java.security.PublicKey;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The cryptography of tests keeps every contract that the real one keeps. */
class InMemoryCryptoContractTest {
    private final InMemoryCrypto crypto = new InMemoryCrypto();
    private final InMemoryCrypto another = new InMemoryCrypto("another ring", null);

    @Nested
    class InMemoryCredentialVaultTest implements CredentialVaultContract {
        @Override
        public CredentialVault vault() {
            return crypto.vault();
        }

        @Override
        public CredentialVault vaultOfAnotherRing() {
            return another.vault();
        }
    }

    @Nested
    class InMemoryFingerprintsTest implements FingerprintsContract {
        @Override
        public Fingerprints fingerprints() {
            return crypto.fingerprints();
        }

        @Override
        public Fingerprints fingerprintsOfAnotherRing() {
            return another.fingerprints();
        }

        @Override
        public void bringNextKeyIntoUse() {
            crypto.fingerprints().next();
        }
    }

    @Nested
    class InMemoryLinkSignerTest implements LinkSignerContract {
        @Override
        public LinkSigner signer() {
            return crypto.linkSigner();
        }

        @Override
        public LinkSigner signerOfAnotherRing() {
            return another.linkSigner();
        }
    }

    @Nested
    class InMemoryRandomTokensTest implements RandomTokensContract {
        @Override
        public RandomTokens tokens() {
            return crypto.randomTokens();
        }
    }

    @Nested
    class DeterministicIdsTest implements IdsContract {
        private final Ids ids = new DeterministicIds();

        @Override
        public Ids ids() {
            return ids;
        }
    }

    @Nested
    class InMemoryFormTokensTest implements FormTokensContract {
        @Override
        public FormTokens formTokens() {
            return crypto.formTokens();
        }

        @Override
        public FormTokens formTokensOfAnotherRing() {
            return another.formTokens();
        }
    }

    @Nested
    class InMemoryRequestSignerTest implements RequestSignerContract {
        @Override
        public RequestSigner requestSigner() {
            return crypto.requestSigner();
        }
    }

    @Nested
    class InMemoryKeyWrappingTest implements KeyWrappingContract {
        @Override
        public KeyWrapping wrapping() {
            return crypto.keyWrapping();
        }

        @Override
        public KeyWrapping wrappingAfterTheMasterKeyChanged() {
            return new InMemoryCrypto("next", "ring").keyWrapping();
        }

        @Override
        public KeyWrapping wrappingOfAStranger() {
            return new InMemoryCrypto("stranger", null).keyWrapping();
        }
    }

    @Nested
    class InMemorySharedSecretsTest implements SharedSecretsContract {
        @Override
        public SharedSecrets sharedSecrets() {
            return crypto.sharedSecrets();
        }

        @Override
        public SharedSecrets sharedSecretsOfAnotherRing() {
            return another.sharedSecrets();
        }
    }

    @Nested
    class InMemoryResealingTest implements ResealingContract {
        @Override
        public Resealing resealing() {
            return new InMemoryResealing(2, 2);
        }

        @Override
        public SealedRow storedBefore(SealedRow.Kind kind) {
            return new SealedRow(
                    kind,
                    "row",
                    "id",
                    "owner",
                    "v1.1.secret",
                    kind == SealedRow.Kind.EXCHANGE_CREDENTIALS
                            ? new SealedRow.Fingerprinted(new ExchangeName("SIXPENCE"), "1")
                            : null);
        }
    }

    @Nested
    class InMemoryWebTokensTest implements WebTokensContract {
        @Override
        public WebTokens webTokens() {
            return crypto.webTokens();
        }
    }

    @Nested
    class InMemoryPublicKeysTest implements PublicKeysContract {
        @Override
        public PublicKeys publicKeys() {
            return crypto.publicKeys();
        }
    }

    @Nested
    class InMemoryContentHashTest implements ContentHashesContract {
        @Override
        public ContentHashes contentHashes() {
            return crypto.contentHashes();
        }
    }

    @Nested
    class InMemoryKeySetsTest implements KeySetsContract {
        @Override
        public KeySets keySets() {
            return crypto.keySets();
        }

        @Override
        public void publish(KeySetAddress address, Map<String, PublicKey> keys) {
            crypto.keySets()
                    .publish(
                            address,
                            keys.entrySet().stream()
                                    .map(key -> new InMemoryKeySets.Published(
                                            key.getKey(),
                                            crypto.publicKeys().read("key", TokenForge.pem(key.getValue()))))
                                    .toList());
        }

        @Override
        public void takeDown(KeySetAddress address) {
            crypto.keySets().takeDown(address);
        }
    }
}
