package dev.gangway.application.keys.port;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The key rings as the database knows them. */
public interface KeyRings {
    /**
     * Every key of every purpose that this version knows, oldest first by creation and id. Keys that a later version
     * has added for a purpose of its own are left alone.
     */
    List<WrappedKey> all();

    /**
     * Adds a key, unless its purpose has one that was created at {@code since} or later. Of any number of simultaneous
     * calls with one {@code since} exactly one adds.
     *
     * @return false if there is one; nothing was written
     */
    boolean addUnlessSince(Instant since, WrappedKey key);

    /** Adds the first key of a purpose, unless it has one. */
    default boolean addFirst(WrappedKey key) {
        return addUnlessSince(Instant.EPOCH, key);
    }

    /** Adds keys beside those that are there, all or none. */
    void add(List<WrappedKey> keys);

    /** Replaces how keys are wrapped (same ids, another master key), all or none. */
    void rewrap(List<WrappedKey> keys);

    /** Retires keys that are not: from {@code at} on they open and verify nothing. */
    void retire(List<String> ids, Instant at);

    /** The purposes that have no key yet. */
    default List<KeyPurpose> missing() {
        List<KeyPurpose> present = all().stream().map(WrappedKey::purpose).toList();
        return Arrays.stream(KeyPurpose.values())
                .filter(purpose -> !present.contains(purpose))
                .toList();
    }
}
