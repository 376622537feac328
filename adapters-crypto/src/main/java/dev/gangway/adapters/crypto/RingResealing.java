package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.KeysInUse;
import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.port.Resealing;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialFingerprint;
import org.jspecify.annotations.Nullable;

/** Seals and fingerprints under the ring's newest keys what is under older ones. */
final class RingResealing implements Resealing {
    private final KeyRingReader ring;
    private final SealedText seals;

    RingResealing(KeyRingReader ring) {
        this.ring = ring;
        this.seals = new SealedText(ring);
    }

    @Override
    public KeysInUse keys() {
        return new KeysInUse(
                ring.active(KeyPurpose.SEALING).id(),
                ring.active(KeyPurpose.FINGERPRINTS).id());
    }

    @Override
    public Resealed reseal(SealedRow row) {
        try {
            RingKey sealedUnder = seals.keyOf(row.sealed());
            return sealedUnder == null
                    ? new Resealed.Unreadable()
                    : reseal(
                            row,
                            isOlder(sealedUnder, ring.active(KeyPurpose.SEALING)),
                            isFingerprintedBefore(row, ring.active(KeyPurpose.FINGERPRINTS)));
        } catch (IllegalStateException doesNotOpen) {
            // one key that needs another master key does not keep the rows of all others as they are
            return new Resealed.Unreadable();
        }
    }

    private Resealed reseal(SealedRow row, boolean seal, boolean fingerprint) {
        if (!seal && !fingerprint) {
            return new Resealed.AsNew();
        }
        String label = switch (row.kind()) {
            case EXCHANGE_CREDENTIALS -> AesGcmCredentialVault.LABEL;
            case SHARED_SECRET -> SealedSharedSecrets.LABEL;
        };
        byte @Nullable [] plain = seals.open(row.sealed(), label, row.id(), row.owner());
        if (plain == null) {
            return new Resealed.Unreadable();
        }
        CredentialFingerprint anew = fingerprint ? fingerprint(row, plain) : null;
        if (fingerprint && anew == null) {
            return new Resealed.Unreadable();
        }
        return new Resealed.Anew(seal ? seals.seal(plain, label, row.id(), row.owner()) : row.sealed(), anew);
    }

    private @Nullable CredentialFingerprint fingerprint(SealedRow row, byte[] plain) {
        RingKey key = ring.active(KeyPurpose.FINGERPRINTS);
        SealedRow.Fingerprinted fingerprinted = row.fingerprinted();
        ApiCredentials credentials = AesGcmCredentialVault.read(plain);
        return fingerprinted == null || credentials == null
                ? null
                : HmacFingerprints.of(key.id(), key, fingerprinted.exchange(), credentials);
    }

    private boolean isFingerprintedBefore(SealedRow row, RingKey active) {
        SealedRow.Fingerprinted fingerprinted = row.fingerprinted();
        if (fingerprinted == null) {
            return false;
        }
        String name = fingerprinted.ringKey();
        return name.equals(CredentialFingerprint.UNNAMED) || isOlder(ring.known(KeyPurpose.FINGERPRINTS, name), active);
    }

    /** A node whose clock is behind must not take back what others have stored anew. */
    private static boolean isOlder(RingKey key, RingKey active) {
        return KeyRing.NEWEST_FIRST.compare(key, active) > 0;
    }
}
