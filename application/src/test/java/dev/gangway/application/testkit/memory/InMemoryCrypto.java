package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.port.ContentHashes;
import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.auth.port.WebTokens;
import dev.gangway.application.keys.port.KeyWrapping;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.signin.port.FormTokens;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.RequestSigner;
import org.jspecify.annotations.Nullable;

/**
 * Every port that needs cryptography, for tests: honest signatures and seals, but keys that anybody can read in the
 * test. Two with one name share their keys.
 */
public final class InMemoryCrypto {
    private final CredentialVault vault;
    private final InMemoryFingerprints fingerprints;
    private final LinkSigner linkSigner;
    private final RandomTokens randomTokens;
    private final FormTokens formTokens;
    private final RequestSigner requestSigner;
    private final KeyWrapping keyWrapping;
    private final SharedSecrets sharedSecrets;
    private final WebTokens webTokens;
    private final PublicKeys publicKeys;
    private final InMemoryKeySets keySets = new InMemoryKeySets();

    /** Keys of one name, tokens that count. */
    public InMemoryCrypto() {
        this("ring", null);
    }

    /**
     * Keys that follow from {@code name}.
     *
     * @param previous the name of the master key before this one, null if there was none
     */
    public InMemoryCrypto(String name, @Nullable String previous) {
        this.vault = new InMemoryCredentialVault(name);
        this.fingerprints = new InMemoryFingerprints(name);
        this.linkSigner = new InMemoryLinkSigner(name);
        this.randomTokens = new InMemoryRandomTokens(name);
        this.formTokens = new InMemoryFormTokens(name);
        this.requestSigner = new InMemoryRequestSigner();
        this.keyWrapping = new InMemoryKeyWrapping(name, previous);
        this.sharedSecrets = new InMemorySharedSecrets(name);
        this.webTokens = new InMemoryWebTokens();
        this.publicKeys = new InMemoryPublicKeys();
    }

    /** Seals users' exchange credentials. */
    public CredentialVault vault() {
        return vault;
    }

    /** Tells equal API keys. */
    public InMemoryFingerprints fingerprints() {
        return fingerprints;
    }

    /** Signs links. */
    public LinkSigner linkSigner() {
        return linkSigner;
    }

    /** Makes tokens. */
    public RandomTokens randomTokens() {
        return randomTokens;
    }

    /** Protects forms. */
    public FormTokens formTokens() {
        return formTokens;
    }

    /** Signs requests to exchanges. */
    public RequestSigner requestSigner() {
        return requestSigner;
    }

    /** Makes and wraps ring keys. */
    public KeyWrapping keyWrapping() {
        return keyWrapping;
    }

    /** Makes and verifies with secrets that partners share with us. */
    public SharedSecrets sharedSecrets() {
        return sharedSecrets;
    }

    /** Takes partners' tokens apart. */
    public WebTokens webTokens() {
        return webTokens;
    }

    /** Reads and verifies with partners' public keys. */
    public PublicKeys publicKeys() {
        return publicKeys;
    }

    /** Hashes what comes in pieces. */
    public ContentHashes contentHashes() {
        return InMemoryContentHash::new;
    }

    /** Verifies with the keys that partners publish. */
    public InMemoryKeySets keySets() {
        return keySets;
    }
}
