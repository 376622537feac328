package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.port.SignatureMarks;
import dev.gangway.domain.apikey.CredentialId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

final class InMemorySignatureMarks implements SignatureMarks {
    private final InMemoryStore store;

    InMemorySignatureMarks(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean mark(CredentialId credential, long timestamp, byte[] signature, Instant keptUntil) {
        State.Mark mark = new State.Mark(credential, timestamp, HexFormat.of().formatHex(signature));
        return store.inState(state -> {
            boolean forgotten = state.marksForgotten.stream().anyMatch(until -> !until.isBefore(keptUntil));
            return !forgotten && state.marks.putIfAbsent(mark, keptUntil) == null;
        });
    }

    @Override
    public int forget(Instant now) {
        return store.inState(state -> {
            List<Instant> due = state.marks.values().stream()
                    .filter(until -> !until.isAfter(now))
                    .toList();
            state.marks.values().removeIf(until -> !until.isAfter(now));
            state.marksForgotten.addAll(due);
            return due.size();
        });
    }
}
