package dev.gangway.bootstrap.demo.sixpence.account;

import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A key of a customer's account at SixpenceX.
 *
 * @param permissions what the key may do; the API of this package asks for {@link #READ}
 * @param active whether the exchange still accepts the key; a revoked one is refused like an unknown one
 */
public record ApiKey(String key, String secret, Set<String> permissions, boolean active) {

    /** The permission that reading an account needs. */
    public static final String READ = "read";

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    public ApiKey {
        permissions = Set.copyOf(permissions);
    }

    /** A working key with the read permission alone, as SixpenceX creates it for a handover. */
    public static ApiKey readOnly(RandomGenerator random) {
        return new ApiKey("six_" + letters(random, 28), letters(random, 48), Set.of(READ), true);
    }

    /** The same key after its owner withdrew it. */
    public ApiKey revoked() {
        return new ApiKey(key, secret, permissions, false);
    }

    /** The same key with other permissions. */
    public ApiKey withPermissions(Set<String> granted) {
        return new ApiKey(key, secret, granted, active);
    }

    /** Without the secret: a key ends up in failure messages of tests. */
    @Override
    public String toString() {
        return "ApiKey[key=" + key + ", secret=<redacted>, permissions=" + permissions + ", active=" + active + "]";
    }

    private static String letters(RandomGenerator random, int length) {
        StringBuilder letters = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            letters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }
}
