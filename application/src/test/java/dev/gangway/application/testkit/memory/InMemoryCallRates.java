package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.port.CallRates;
import dev.gangway.domain.apikey.CredentialId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class InMemoryCallRates implements CallRates {
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final InMemoryStore store;

    InMemoryCallRates(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Duration admit(CredentialId credential, int limit, Instant now) {
        return store.inState(state -> {
            List<Instant> admitted = new ArrayList<>(state.admitted.getOrDefault(credential, List.of()));
            admitted.removeIf(then -> !then.isAfter(now.minus(WINDOW)));
            // no clock is that far behind: one was ahead
            admitted.replaceAll(then -> then.isAfter(now.plus(WINDOW)) ? now : then);
            state.admitted.put(credential, List.copyOf(admitted));
            if (admitted.size() < limit) {
                admitted.add(now);
                state.admitted.put(credential, List.copyOf(admitted));
                return Duration.ZERO;
            }
            Instant next = admitted.get(admitted.size() - limit).plus(WINDOW);
            Duration wait = Duration.between(now, next);
            return wait.compareTo(LEAST) < 0 ? LEAST : wait;
        });
    }
}
