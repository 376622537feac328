package dev.gangway.application.testkit.memory;

import dev.gangway.application.upload.port.Uploads;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.upload.UploadId;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

final class InMemoryUploads implements Uploads {
    private final InMemoryStore store;

    InMemoryUploads(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Set<SourceId> connected(UserId user) {
        return store.inState(state -> state.sources.values().stream()
                .filter(row -> row.owner().equals(user) && !row.isMerged() && !row.isUploaded())
                .map(SourceRow::id)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void open(UploadId upload, UserId user, Instant expiresAt, int kept) {
        store.inState(state -> {
            List<UploadId> older = state.uploads.entrySet().stream()
                    .filter(entry -> entry.getValue().user().equals(user))
                    .sorted(Comparator.comparing((Map.Entry<UploadId, State.UploadRow> entry) ->
                                    entry.getValue().expiresAt())
                            .thenComparing(entry -> entry.getKey().value())
                            .reversed())
                    .skip(kept)
                    .map(Map.Entry::getKey)
                    .toList();
            older.forEach(state.uploads::remove);
            return state.uploads.put(upload, new State.UploadRow(user, expiresAt, List.of(), false, false));
        });
    }

    @Override
    public void append(UploadId upload, int part, List<LedgerTransaction> transactions) {
        store.inState(state -> state.uploads.computeIfPresent(upload, (id, row) -> {
            List<LedgerTransaction> all = new ArrayList<>(row.transactions());
            all.addAll(transactions);
            return new State.UploadRow(row.user(), row.expiresAt(), all, row.closed(), row.confirmed());
        }));
    }

    @Override
    public void close(UploadId upload, int transactions) {
        store.inState(state -> state.uploads.computeIfPresent(
                upload,
                (id, row) -> new State.UploadRow(
                        row.user(), row.expiresAt(), row.transactions(), transactions > 0, row.confirmed())));
    }

    @Override
    public Confirmed confirm(UploadId upload, UserId user, SourceId source, Instant now, AuditEntry audit) {
        return store.inState(state -> {
            State.UploadRow row = state.uploads.get(upload);
            if (row == null
                    || !row.user().equals(user)
                    || !row.closed()
                    || !row.expiresAt().isAfter(now)) {
                return Confirmed.NO_SUCH_UPLOAD;
            }
            if (row.confirmed()) {
                return Confirmed.STORED_BEFORE;
            }
            SourceRow target = state.sources.values().stream()
                    .filter(one -> one.owner().equals(user) && one.isUploaded())
                    .findFirst()
                    .orElseGet(() -> SourceRow.uploads(source, user, now));
            state.sources.put(target.id(), target.with(target.progress().ended(SourceStatus.POPULATED, null, now)));
            for (LedgerTransaction one : row.transactions()) {
                state.ledger.putIfAbsent(new State.LedgerKey(target.id(), one.externalId()), one);
            }
            state.uploads.put(upload, new State.UploadRow(user, row.expiresAt(), List.of(), true, true));
            state.audit.add(audit);
            return Confirmed.STORED;
        });
    }

    @Override
    public int purge(Instant now) {
        return store.inState(state -> {
            int before = state.uploads.size();
            state.uploads.values().removeIf(row -> !row.expiresAt().isAfter(now));
            return before - state.uploads.size();
        });
    }
}
