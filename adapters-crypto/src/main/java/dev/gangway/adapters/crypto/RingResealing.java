package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.port.Resealing;
import org.jspecify.annotations.Nullable;

/** Seals under the ring's newest key what an older one has sealed. */
final class RingResealing implements Resealing {
    private final KeyRingReader ring;
    private final SealedText seals;

    RingResealing(KeyRingReader ring) {
        this.ring = ring;
        this.seals = new SealedText(ring);
    }

    @Override
    public String activeKey() {
        return ring.active(KeyPurpose.SEALING).id();
    }

    @Override
    public Resealed reseal(SealedRow row) {
        RingKey active = ring.active(KeyPurpose.SEALING);
        RingKey key = keyOf(row);
        if (key == null) {
            return new Resealed.Unreadable();
        }
        // a node whose clock is behind must not take back what others have sealed anew
        if (KeyRing.NEWEST_FIRST.compare(key, active) <= 0) {
            return new Resealed.AsNew();
        }
        String label = switch (row.kind()) {
            case EXCHANGE_CREDENTIALS -> AesGcmCredentialVault.LABEL;
            case SHARED_SECRET -> SealedSharedSecrets.LABEL;
        };
        byte @Nullable [] plain = seals.open(row.sealed(), label, row.id(), row.owner());
        return plain == null
                ? new Resealed.Unreadable()
                : new Resealed.Anew(seals.seal(plain, label, row.id(), row.owner()));
    }

    private @Nullable RingKey keyOf(SealedRow row) {
        try {
            return seals.keyOf(row.sealed());
        } catch (IllegalStateException doesNotOpen) {
            // one key that needs another master key does not keep the rows of all others as they are
            return null;
        }
    }
}
