package dev.gangway.application.partner;

import dev.gangway.domain.apikey.CredentialId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Remembers when credentials were used until somebody writes it down: no call waits for that. A use within a minute of one
 * that was remembered is none of its own, and what is not written down when the node ends is lost.
 */
public final class CredentialUses implements Consumer<CredentialId> {
    /** The least time between two uses of a credential that are written down. */
    static final Duration BETWEEN = Duration.ofMinutes(1);

    /** Beyond that many credentials in one minute, further ones are not remembered. */
    static final int MAX_ENTRIES = 10_000;

    private final Clock clock;
    private final ConcurrentHashMap<CredentialId, Instant> remembered = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<CredentialId, Instant> unwritten = new ConcurrentHashMap<>();

    /** None yet. */
    public CredentialUses(Clock clock) {
        this.clock = clock;
    }

    /** The credential is used now. */
    @Override
    public void accept(CredentialId credential) {
        Instant now = clock.instant();
        Instant last = remembered.get(credential);
        if (last != null && isFresh(last, now)) {
            return;
        }
        if (remembered.size() >= MAX_ENTRIES) {
            remembered.values().removeIf(at -> !isFresh(at, now));
        }
        if (last != null || remembered.size() < MAX_ENTRIES) {
            remembered.put(credential, now);
            unwritten.put(credential, now);
        }
    }

    private static boolean isFresh(Instant at, Instant now) {
        return !now.isBefore(at) && now.isBefore(at.plus(BETWEEN));
    }

    /** What is to be written down; whoever takes it writes it, or {@linkplain #putBack puts it back}. */
    Map<CredentialId, Instant> take() {
        Map<CredentialId, Instant> taken = new HashMap<>(unwritten);
        taken.forEach(unwritten::remove);
        return taken;
    }

    /** What could not be written down; a later use is kept. */
    void putBack(Map<CredentialId, Instant> taken) {
        taken.forEach(unwritten::putIfAbsent);
    }
}
