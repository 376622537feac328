package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyWrapping;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Wraps ring keys with AES-256-GCM under subkeys of the master key, one for each purpose. The key's id and purpose are
 * associated data: a wrapping that is moved to another row does not open.
 */
final class MasterKeyWrapping implements KeyWrapping {
    private static final String FORMAT = "v1.";
    private static final int KEY_BYTES = 32;
    private static final int ID_LENGTH = 12;

    private final Subkeys current;
    private final @Nullable Subkeys previous;
    private final SecureRandom random = new SecureRandom();

    MasterKeyWrapping(MasterKey current, @Nullable MasterKey previous) {
        this.current = new Subkeys(current);
        this.previous = previous == null ? null : new Subkeys(previous);
    }

    @Override
    public WrappedKey generate(KeyPurpose purpose, Instant createdAt, Instant activeFrom) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        String id = Base62.random(random, ID_LENGTH);
        return new WrappedKey(id, purpose, current.id, wrap(id, purpose, key), createdAt, activeFrom, null);
    }

    @Override
    public boolean isCurrent(WrappedKey key) {
        return key.masterKeyId().equals(current.id);
    }

    @Override
    public WrappedKey rewrap(WrappedKey key) {
        byte[] opened = open(key);
        return new WrappedKey(
                key.id(),
                key.purpose(),
                current.id,
                wrap(key.id(), key.purpose(), opened),
                key.createdAt(),
                key.activeFrom(),
                key.retiredAt());
    }

    /**
     * The key itself.
     *
     * @throws IllegalStateException if neither the current nor the previous master key opens it
     */
    KeyBytes unwrap(WrappedKey key) {
        return new KeyBytes(open(key));
    }

    private byte[] open(WrappedKey key) {
        Subkeys subkeys = subkeysOf(key);
        byte @Nullable [] wrapped = key.wrapped().startsWith(FORMAT)
                ? Base64Url.decode(key.wrapped().substring(FORMAT.length()))
                : null;
        byte @Nullable [] opened = wrapped == null
                ? null
                : AesGcm.open(subkeys.of(key.purpose()), associated(key.id(), key.purpose()), wrapped);
        if (opened == null || opened.length != KEY_BYTES) {
            throw new IllegalStateException("Key " + key.id() + " does not open under the master key " + subkeys.id
                    + " that it names: it was altered in the database");
        }
        return opened;
    }

    private Subkeys subkeysOf(WrappedKey key) {
        if (key.masterKeyId().equals(current.id)) {
            return current;
        }
        if (previous != null && key.masterKeyId().equals(previous.id)) {
            return previous;
        }
        throw new IllegalStateException("Key " + key.id() + " is wrapped under the master key " + key.masterKeyId()
                + "; the one given is " + current.id
                + (previous == null ? " and there is no previous one" : " and the previous one is " + previous.id));
    }

    private String wrap(String id, KeyPurpose purpose, byte[] key) {
        return FORMAT + Base64Url.encode(AesGcm.seal(current.of(purpose), random, associated(id, purpose), key));
    }

    private static byte[] associated(String id, KeyPurpose purpose) {
        return Framed.of("gangway/wrapped-key/v1", id, purpose.storedName());
    }

    /** What one master key wraps with. */
    private static final class Subkeys {
        private final String id;
        private final Map<KeyPurpose, SecretKeySpec> byPurpose = new EnumMap<>(KeyPurpose.class);

        Subkeys(MasterKey master) {
            id = master.id();
            for (KeyPurpose purpose : KeyPurpose.values()) {
                byte[] subkey = master.derive("wrapping/" + purpose.storedName());
                byPurpose.put(purpose, new SecretKeySpec(subkey, "AES"));
            }
        }

        SecretKeySpec of(KeyPurpose purpose) {
            SecretKeySpec key = byPurpose.get(purpose);
            if (key == null) {
                throw new IllegalStateException("No subkey for " + purpose);
            }
            return key;
        }
    }
}
