package dev.gangway.application.keys.port;

import dev.gangway.application.keys.SealedRow;

/** Opens what is sealed under an old key and seals it under the one that seals now. Nobody sees what it is. */
public interface Resealing {
    /** The id of the key that seals now. */
    String activeKey();

    /** Seals one row anew. */
    Resealed reseal(SealedRow row);

    /** What became of a row. */
    sealed interface Resealed {
        /** Its new text. */
        record Anew(String sealed) implements Resealed {
            @Override
            public String toString() {
                return "Anew[]";
            }
        }

        /** None: it is sealed under this key already, or under one that only other nodes seal with yet. */
        record AsNew() implements Resealed {}

        /** None: it does not open. */
        record Unreadable() implements Resealed {}
    }
}
