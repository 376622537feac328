package dev.gangway.application.keys;

import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.RequestOrigin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Retires the sealing keys under which nothing is sealed any more, and the fingerprint keys under which nothing is
 * fingerprinted. Of each the newest in use stays, and so does every key that it has followed too short a while ago: somebody
 * may still hold a text that it sealed.
 */
public final class RetireKeys {
    /** Longer than any call or import holds a text that it has sealed or read. */
    public static final Duration SUPERSEDED_FOR = Duration.ofMinutes(10);

    private final KeyRings rings;
    private final SealedRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    /** Retires keys of {@code rings}. */
    public RetireKeys(KeyRings rings, SealedRows rows, AuditTrail audit, Clock clock) {
        this.rings = rings;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param origin who has them retired */
    public record Command(RequestOrigin origin) {}

    /**
     * A key that stays although a newer one is in use.
     *
     * @param rows how many rows are under it
     */
    public record InUse(WrappedKey key, long rows) {}

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * Done.
         *
         * @param retired nothing is sealed, opened or fingerprinted with them from now on
         * @param inUse they stay
         */
        record Retired(List<WrappedKey> retired, List<InUse> inUse) implements Outcome {}
    }

    /** Retires them. */
    public Outcome execute(Command command) {
        Instant now = ApplicationTime.now(clock);
        List<WrappedKey> all = rings.all();
        List<WrappedKey> retired = new ArrayList<>();
        List<InUse> inUse = new ArrayList<>();
        for (KeyPurpose purpose : List.of(KeyPurpose.SEALING, KeyPurpose.FINGERPRINTS)) {
            List<WrappedKey> keys = inUse(all, purpose, now);
            for (int i = 0; i + 1 < keys.size(); i++) {
                WrappedKey key = keys.get(i);
                boolean rested =
                        !keys.get(i + 1).activeFrom().plus(SUPERSEDED_FOR).isAfter(now);
                long under = rowsUnder(key);
                if (under == 0 && rested) {
                    retired.add(key);
                } else {
                    inUse.add(new InUse(key, under));
                }
            }
        }
        if (!retired.isEmpty()) {
            audit.append(new AuditEntry(AuditAction.KEYS_RETIRED, null, null, "key_rings", command.origin(), now));
            rings.retire(retired.stream().map(WrappedKey::id).toList(), now);
        }
        return new Outcome.Retired(retired, inUse);
    }

    private static List<WrappedKey> inUse(List<WrappedKey> all, KeyPurpose purpose, Instant now) {
        return all.stream()
                .filter(key -> key.purpose() == purpose && key.retiredAt() == null)
                .filter(key -> !key.activeFrom().isAfter(now))
                .sorted(Comparator.comparing(WrappedKey::activeFrom).thenComparing(WrappedKey::id))
                .toList();
    }

    private long rowsUnder(WrappedKey key) {
        return key.purpose() == KeyPurpose.SEALING
                ? rows.countSealedUnder(key.id())
                : rows.countFingerprintedUnder(key.id());
    }
}
