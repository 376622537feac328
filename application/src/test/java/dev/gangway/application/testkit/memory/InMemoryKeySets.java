package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.port.KeySets;
import dev.gangway.application.auth.port.PublicKeys;
import dev.gangway.domain.apikey.CredentialMaterial.KeySetAddress;
import dev.gangway.domain.apikey.CredentialMaterial.PublicKey;
import dev.gangway.domain.apikey.JwsAlgorithm;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sets of keys that a test publishes; whatever was published once is there for good. */
public final class InMemoryKeySets implements KeySets {
    private final PublicKeys keys = new InMemoryPublicKeys();
    private final Map<KeySetAddress, List<Published>> sets = new ConcurrentHashMap<>();
    private final Set<KeySetAddress> known = ConcurrentHashMap.newKeySet();
    private final Set<KeySetAddress> down = ConcurrentHashMap.newKeySet();

    /** A key with its id, null for none. */
    public record Published(@Nullable String keyId, PublicKey key) {}

    /** Publishes a set in place of the one before it. */
    public void publish(KeySetAddress address, List<Published> set) {
        sets.put(address, List.copyOf(set));
        down.remove(address);
    }

    /** Lets an address answer no more. */
    public void takeDown(KeySetAddress address) {
        down.add(address);
    }

    @Override
    public void check(String field, KeySetAddress address) {
        if (down.contains(address) || sets.getOrDefault(address, List.of()).isEmpty()) {
            throw new InvalidValue(field, FieldError.INVALID_FORMAT, "publishes no key");
        }
    }

    @Override
    public Answer verify(
            KeySetAddress address, @Nullable String keyId, JwsAlgorithm algorithm, byte[] signed, byte[] signature) {
        List<Published> set = sets.get(address);
        if (set == null || (down.contains(address) && !known.contains(address))) {
            return Answer.UNAVAILABLE;
        }
        known.add(address);
        List<Published> fitting = set.stream()
                .filter(one -> keyId == null || keyId.equals(one.keyId()))
                .filter(one -> isRsa(one.key()) == (algorithm.family() == JwsAlgorithm.Family.RSA))
                .toList();
        return fitting.size() == 1 && keys.verify(fitting.get(0).key(), algorithm, signed, signature)
                ? Answer.VALID
                : Answer.INVALID;
    }

    private static boolean isRsa(PublicKey key) {
        return key.pem().length() > 400;
    }
}
