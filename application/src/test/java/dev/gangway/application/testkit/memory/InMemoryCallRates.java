package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.Admission;
import dev.gangway.application.auth.CallCounter;
import dev.gangway.application.auth.port.CallRates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class InMemoryCallRates implements CallRates {
    private final InMemoryStore store;

    InMemoryCallRates(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Admission admit(CallCounter counter, int limit, Instant now) {
        return store.inState(state -> {
            List<Instant> admitted = new ArrayList<>(state.admitted.getOrDefault(counter, List.of()));
            admitted.removeIf(then -> !then.isAfter(now.minus(WINDOW)));
            // no clock is that far behind: one was ahead
            admitted.replaceAll(then -> then.isAfter(now.plus(WINDOW)) ? now : then);
            boolean room = admitted.size() < limit;
            if (room) {
                admitted.add(now);
            }
            state.admitted.put(counter, List.copyOf(admitted));
            Instant next = admitted.get(Math.max(0, admitted.size() - limit)).plus(WINDOW);
            return new Admission(room, Math.max(0, limit - admitted.size()), Duration.between(now, next));
        });
    }

    @Override
    public int purge(Instant before) {
        return store.inState(state -> {
            int counts = state.admitted.size();
            state.admitted.values().removeIf(admitted -> admitted.stream().allMatch(then -> then.isBefore(before)));
            return counts - state.admitted.size();
        });
    }
}
