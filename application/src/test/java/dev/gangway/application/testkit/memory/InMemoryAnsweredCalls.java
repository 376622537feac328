package dev.gangway.application.testkit.memory;

import dev.gangway.application.idempotency.port.AnsweredCalls;
import dev.gangway.domain.shared.Digest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

final class InMemoryAnsweredCalls implements AnsweredCalls {
    private final InMemoryStore store;
    private final Set<Digest> atWork = ConcurrentHashMap.newKeySet();

    InMemoryAnsweredCalls(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public <T> @Nullable T hold(Digest call, Instant now, Work<T> work) {
        if (!atWork.add(call)) {
            return null;
        }
        try {
            return store.<@Nullable T>inState(state -> {
                Remembered remembered = state.answered.get(call);
                return work.with(remembered == null || isOver(remembered, now) ? null : remembered);
            });
        } finally {
            atWork.remove(call);
        }
    }

    @Override
    public void remember(Digest call, Remembered answer) {
        store.inState(state -> state.answered.put(call, answer) == null);
    }

    @Override
    public int purge(Instant now, int most) {
        return store.inState(state -> {
            List<Digest> over = state.answered.entrySet().stream()
                    .filter(entry -> isOver(entry.getValue(), now))
                    .sorted(Comparator.comparing(entry -> entry.getValue().expiresAt()))
                    .limit(most)
                    .map(Map.Entry::getKey)
                    .toList();
            over.forEach(state.answered::remove);
            return over.size();
        });
    }

    private static boolean isOver(Remembered remembered, Instant now) {
        return !now.isBefore(remembered.expiresAt());
    }
}
