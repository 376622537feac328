package dev.gangway.bootstrap.demo.sixpence;

import dev.gangway.bootstrap.demo.sixpence.account.Account;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.demo.sixpence.account.SeededHistory;
import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The customer whose portfolio the demo shows.
 *
 * @param key the read-only key that SixpenceX hands over
 * @param secondKey another working key of the same account, to show that no history doubles
 * @param revokedKey a key that the exchange refuses
 */
public record DemoUser(
        String name,
        String surname,
        String email,
        String jurisdiction,
        Account account,
        ApiKey key,
        ApiKey secondKey,
        ApiKey revokedKey) {

    private static final int TRANSACTIONS = 420;
    private static final long SEED = 42;

    /** Jordan Mensah: always the same history, keys that nobody can guess. */
    public static DemoUser jordan() {
        return jordan(new SecureRandom());
    }

    /** The same, with keys of the given randomness. */
    public static DemoUser jordan(RandomGenerator random) {
        ApiKey key = ApiKey.readOnly(random);
        ApiKey second = ApiKey.readOnly(random);
        ApiKey revoked = ApiKey.readOnly(random).revoked();
        return new DemoUser(
                "Jordan",
                "Mensah",
                "jordan.mensah@example.com",
                "RSA",
                new Account("SIX-ACC-000042", List.of(key, second, revoked), SeededHistory.of(SEED, TRANSACTIONS)),
                key,
                second,
                revoked);
    }
}
