package dev.gangway.adapters.crypto;

import dev.gangway.application.auth.port.ContentHashes;
import dev.gangway.application.auth.port.KeySetDocuments;
import dev.gangway.application.auth.port.KeySets;
import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.auth.port.WebTokens;
import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.keys.port.KeyWrapping;
import dev.gangway.application.keys.port.Resealing;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.signin.port.FormTokens;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.application.source.port.RequestSigner;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Every port that needs cryptography, over one set of key rings. Call {@link #ensureKeys()} once before the first use;
 * nothing needs closing.
 */
public final class CryptoAdapters {
    private final KeyRings rings;
    private final Clock clock;
    private final MasterKeyWrapping wrapping;
    private final KeyRingReader reader;
    private final CredentialVault vault;
    private final Fingerprints fingerprints;
    private final LinkSigner linkSigner;
    private final FormTokens formTokens;
    private final RandomTokens randomTokens;
    private final Ids ids;
    private final RequestSigner requestSigner;
    private final SharedSecrets sharedSecrets;
    private final WebTokens webTokens;
    private final PublicKeys publicKeys;
    private final ContentHashes contentHashes;

    /**
     * The adapters over {@code rings}.
     *
     * @param master wraps and opens the rings' keys
     * @param previous opens what an earlier master key wrapped, null if there was none
     * @param rings where the keys lie
     * @param environment such as {@code sandbox}: stands in every bearer token
     * @param clock tells which key is active
     */
    public static CryptoAdapters with(
            MasterKey master, @Nullable MasterKey previous, KeyRings rings, String environment, Clock clock) {
        return new CryptoAdapters(
                master,
                previous,
                rings,
                environment,
                clock,
                reading -> Thread.ofPlatform().name("key-rings").daemon().start(reading));
    }

    /**
     * Tokens without any key ring, for tools that issue and look up credentials and seal nothing.
     *
     * @param environment such as {@code sandbox}: stands in every bearer token
     */
    public static RandomTokens tokensOf(String environment) {
        return new SecureRandomTokens(new BearerTokenFormat(environment));
    }

    /** Signatures of requests to exchanges, without any key ring. */
    public static RequestSigner requestSigning() {
        return new PlatformRequestSigner();
    }

    /** Partners' public keys, without any key ring. */
    public static PublicKeys publicKeyReading() {
        return new PlatformPublicKeys();
    }

    /** Identities without any key ring. */
    public static Ids idsBy(Clock clock) {
        return new UlidIds(clock);
    }

    CryptoAdapters(
            MasterKey master,
            @Nullable MasterKey previous,
            KeyRings rings,
            String environment,
            Clock clock,
            Executor reading) {
        this.rings = rings;
        this.clock = clock;
        this.wrapping = new MasterKeyWrapping(master, previous);
        this.reader = new KeyRingReader(rings, wrapping, clock, reading);
        this.vault = new AesGcmCredentialVault(reader);
        this.fingerprints = new HmacFingerprints(reader);
        this.linkSigner = new NimbusLinkSigner(reader);
        this.formTokens = new HmacFormTokens(reader);
        this.randomTokens = new SecureRandomTokens(new BearerTokenFormat(environment));
        this.ids = new UlidIds(clock);
        this.requestSigner = new PlatformRequestSigner();
        this.sharedSecrets = new SealedSharedSecrets(reader);
        this.webTokens = new StrictWebTokens();
        this.publicKeys = new PlatformPublicKeys();
        this.contentHashes = Sha256ContentHash::new;
    }

    /**
     * Gives every purpose its first key where it has none, and reads the rings. Any number of nodes may do so at once:
     * they end up with the same keys.
     *
     * @throws IllegalStateException if a key does not open under the master keys given, saying which
     */
    public void ensureKeys() {
        // first of all: under a wrong master key nothing is to be added
        reader.readNow();
        Instant now = ApplicationTime.now(clock);
        for (KeyPurpose purpose : rings.missing()) {
            // whoever comes second adds nothing, and reads the winner's key below
            rings.addFirst(wrapping.generate(purpose, now, now));
        }
        reader.readNow();
    }

    /** Makes and wraps ring keys. */
    public KeyWrapping keyWrapping() {
        return wrapping;
    }

    /** Seals under the newest key what older ones have sealed. */
    public Resealing resealing() {
        return new RingResealing(reader);
    }

    /** Seals users' exchange credentials. */
    public CredentialVault credentialVault() {
        return vault;
    }

    /** Tells equal API keys without opening them. */
    public Fingerprints fingerprints() {
        return fingerprints;
    }

    /** Signs redirect links. */
    public LinkSigner linkSigner() {
        return linkSigner;
    }

    /** Protects forms. */
    public FormTokens formTokens() {
        return formTokens;
    }

    /** Makes and hashes tokens; needs no key. */
    public RandomTokens randomTokens() {
        return randomTokens;
    }

    /** Makes identities; needs no key. */
    public Ids ids() {
        return ids;
    }

    /** Signs requests to exchanges; needs no key of ours. */
    public RequestSigner requestSigner() {
        return requestSigner;
    }

    /** Makes, seals and verifies with secrets that partners share with us. */
    public SharedSecrets sharedSecrets() {
        return sharedSecrets;
    }

    /** Takes partners' tokens apart; needs no key. */
    public WebTokens webTokens() {
        return webTokens;
    }

    /** Reads and verifies with partners' public keys; needs no key of ours. */
    public PublicKeys publicKeys() {
        return publicKeys;
    }

    /** Hashes what comes in pieces; needs no key. */
    public ContentHashes contentHashes() {
        return contentHashes;
    }

    /** Verifies with the keys that partners publish, which {@code documents} fetches; one for a whole node. */
    public static KeySets keySets(KeySetDocuments documents, Clock clock) {
        return new FetchedKeySets(documents, clock);
    }
}
