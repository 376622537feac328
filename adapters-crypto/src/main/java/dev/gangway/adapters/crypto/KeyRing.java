package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All keys of all purposes as they stood at one moment; never changes. */
final class KeyRing {
    static final Comparator<RingKey> NEWEST_FIRST =
            Comparator.comparing(RingKey::activeFrom).thenComparing(RingKey::id).reversed();

    private final Map<String, RingKey> byId = new HashMap<>();
    private final Map<KeyPurpose, List<RingKey>> newestFirst = new EnumMap<>(KeyPurpose.class);
    private final Map<String, String> unreadable;

    private KeyRing(Collection<RingKey> keys, Map<String, String> unreadable) {
        for (KeyPurpose purpose : KeyPurpose.values()) {
            newestFirst.put(
                    purpose,
                    keys.stream()
                            .filter(key -> key.purpose() == purpose)
                            .sorted(NEWEST_FIRST)
                            .toList());
        }
        keys.forEach(key -> byId.put(key.id(), key));
        this.unreadable = Collections.unmodifiableMap(unreadable);
    }

    /** The ring of a node that has read nothing yet. */
    static KeyRing empty() {
        return new KeyRing(List.of(), Map.of());
    }

    /**
     * The ring that {@code rows} describe. A key that this one holds already is not opened again: a node that was not
     * yet given the next master key goes on with what it has.
     */
    KeyRing next(List<WrappedKey> rows, MasterKeyWrapping wrapping) {
        List<RingKey> keys = new ArrayList<>();
        Map<String, String> faults = new LinkedHashMap<>();
        for (WrappedKey row : rows) {
            try {
                RingKey known = byId.get(row.id());
                KeyBytes bytes = known == null || known.purpose() != row.purpose() ? wrapping.unwrap(row) : known.key();
                keys.add(new RingKey(row.id(), row.purpose(), bytes, row.activeFrom(), row.retiredAt()));
            } catch (IllegalStateException doesNotOpen) {
                faults.put(row.id(), String.valueOf(doesNotOpen.getMessage()));
            }
        }
        return new KeyRing(keys, faults);
    }

    /** One sentence for each key that does not open, by its id. */
    Map<String, String> unreadable() {
        return unreadable;
    }

    /**
     * The newest active key. Where none is active yet, the oldest that will be: the clock of the node that made the
     * first key may be ahead of ours.
     */
    @Nullable
    RingKey active(KeyPurpose purpose, Instant now) {
        RingKey soonest = null;
        for (RingKey key : newestFirst.getOrDefault(purpose, List.of())) {
            if (key.isActive(now)) {
                return key;
            }
            if (key.isUsable(now)) {
                soonest = key;
            }
        }
        return soonest;
    }

    /** Whether there is such a key, retired, unreadable or not. */
    boolean knows(String id) {
        return byId.containsKey(id) || unreadable.containsKey(id);
    }

    /**
     * The key of that id, retired or not; null if there is none.
     *
     * @throws IllegalStateException if there is one that does not open: what it sealed or signed is not to be called
     *     forged or lost because this node lacks a master key
     */
    @Nullable
    RingKey known(KeyPurpose purpose, String id) {
        String fault = unreadable.get(id);
        if (fault != null) {
            throw new IllegalStateException(fault);
        }
        RingKey key = byId.get(id);
        return key != null && key.purpose() == purpose ? key : null;
    }

    /**
     * The key that opens and verifies what names it, null if there is none.
     *
     * @throws IllegalStateException if there is one that does not open
     */
    @Nullable
    RingKey usable(KeyPurpose purpose, String id, Instant now) {
        RingKey key = known(purpose, id);
        return key != null && key.isUsable(now) ? key : null;
    }

    /**
     * Every key of a purpose, retired ones too.
     *
     * @throws IllegalStateException if there is any key that does not open
     */
    List<RingKey> every(KeyPurpose purpose) {
        if (!unreadable.isEmpty()) {
            throw new IllegalStateException(String.join("; ", unreadable.values()));
        }
        return newestFirst.getOrDefault(purpose, List.of());
    }
}
