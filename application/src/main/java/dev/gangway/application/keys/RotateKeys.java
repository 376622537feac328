package dev.gangway.application.keys;

import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.keys.port.KeyWrapping;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.RequestOrigin;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Adds new sealing, link and form keys, and wraps everything under the current master key. Old keys still open and
 * verify. A new sealing key begins the job that stores everything anew, and that changes the fingerprint key too: see {@link
 * ResealSecrets}.
 */
public final class RotateKeys {
    private static final List<KeyPurpose> ROTATED = List.of(KeyPurpose.SEALING, KeyPurpose.LINKS, KeyPurpose.FORMS);

    private final KeyRings rings;
    private final KeyWrapping wrapping;
    private final AuditTrail audit;
    private final Clock clock;

    /** Rotates {@code rings}. */
    public RotateKeys(KeyRings rings, KeyWrapping wrapping, AuditTrail audit, Clock clock) {
        this.rings = rings;
        this.wrapping = wrapping;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param origin who has them rotated */
    public record Command(RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * Rotated.
         *
         * @param added the new keys
         * @param rewrapped how many keys were wrapped under another master key before
         */
        record Rotated(List<WrappedKey> added, int rewrapped) implements Outcome {}
    }

    /** Rotates. */
    public Outcome execute(Command command) {
        Instant now = ApplicationTime.now(clock);
        List<WrappedKey> rewrapped = rings.all().stream()
                .filter(key -> !wrapping.isCurrent(key))
                .map(wrapping::rewrap)
                .toList();
        // before anything changes: a rotation that is cut off has been begun, and is in the log
        audit.append(new AuditEntry(AuditAction.KEYS_ROTATED, null, null, "key_rings", command.origin(), now));
        if (!rewrapped.isEmpty()) {
            rings.rewrap(rewrapped);
        }
        // a ring that is still empty gets its first key at once: nobody could use it otherwise
        List<KeyPurpose> missing = rings.missing();
        List<WrappedKey> first = missing.stream()
                .map(purpose -> wrapping.generate(purpose, now, now))
                .filter(rings::addFirst)
                .toList();
        List<WrappedKey> added = Stream.of(KeyPurpose.values())
                .filter(ROTATED::contains)
                .filter(purpose -> !missing.contains(purpose))
                .map(purpose -> wrapping.generate(purpose, now, now.plus(WrappedKey.PUBLISHED_BEFORE_USE)))
                .toList();
        if (!added.isEmpty()) {
            rings.add(added);
        }
        return new Outcome.Rotated(Stream.concat(first.stream(), added.stream()).toList(), rewrapped.size());
    }
}
