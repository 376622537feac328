package dev.gangway.application.keys.port;

import dev.gangway.application.keys.KeysInUse;
import dev.gangway.application.keys.SealedRow;
import dev.gangway.domain.source.CredentialFingerprint;
import org.jspecify.annotations.Nullable;

/** Opens what is stored under old keys, and seals and fingerprints it under those in use. Nobody sees what it is. */
public interface Resealing {
    /** The keys that are in use now, as far as this node knows. */
    KeysInUse keys();

    /** Seals and fingerprints one row anew, as far as it is not under these keys or newer ones. */
    Resealed reseal(SealedRow row);

    /** What became of a row. */
    sealed interface Resealed {
        /**
         * Its new text.
         *
         * @param sealed as it was, where its key is as new
         * @param fingerprint its new fingerprint, null where it stays as it is
         */
        record Anew(String sealed, @Nullable CredentialFingerprint fingerprint) implements Resealed {
            @Override
            public String toString() {
                return "Anew[]";
            }
        }

        /** None: it is under these keys already, or under some that only other nodes use yet. */
        record AsNew() implements Resealed {}

        /** None: it does not open. */
        record Unreadable() implements Resealed {}
    }
}
