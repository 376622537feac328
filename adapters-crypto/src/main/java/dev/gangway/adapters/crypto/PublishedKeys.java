package dev.gangway.adapters.crypto;

import dev.gangway.domain.apikey.JwsAlgorithm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A set of keys (RFC 7517, 5). A set that holds a secret beside public keys, or one id twice, is ambiguous and believed in
 * nothing; keys of other kinds and uses are passed over.
 */
record PublishedKeys(List<PublishedKey> keys) {
    private static final int MAX_KEYS = 100;

    /** The set in these bytes, or null if they hold none. */
    static @Nullable PublishedKeys read(byte[] document) {
        Map<String, Object> members = JsonText.object(document);
        if (members == null || !(members.get("keys") instanceof List<?> list) || list.size() > MAX_KEYS) {
            return null;
        }
        List<PublishedKey> keys = new ArrayList<>();
        Set<Object> ids = new HashSet<>();
        for (Object item : list) {
            if (!(item instanceof Map<?, ?> key) || Objects.equals(key.get("kty"), "oct")) {
                return null;
            }
            Object id = key.get("kid");
            if (id != null && !ids.add(id)) {
                return null;
            }
            Map<String, Object> typed = new HashMap<>();
            key.forEach((name, value) -> typed.put((String) name, value));
            PublishedKey published = PublishedKey.of(typed);
            if (published != null) {
                keys.add(published);
            }
        }
        return new PublishedKeys(List.copyOf(keys));
    }

    /** Whether any of its keys has this id. */
    boolean names(String keyId) {
        return keys.stream().anyMatch(key -> keyId.equals(key.keyId()));
    }

    /** Whether the one key that fits has made the signature. */
    boolean verify(@Nullable String keyId, JwsAlgorithm algorithm, byte[] signed, byte[] signature) {
        List<PublishedKey> fitting =
                keys.stream().filter(key -> key.fits(keyId, algorithm)).toList();
        return fitting.size() == 1 && JwsSignatures.verify(fitting.get(0).key(), algorithm, signed, signature);
    }
}
