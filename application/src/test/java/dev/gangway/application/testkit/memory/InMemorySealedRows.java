package dev.gangway.application.testkit.memory;

import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.domain.apikey.CredentialMaterial.SealedSecret;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sealed texts of an {@link InMemoryStore}. */
public final class InMemorySealedRows implements SealedRows {
    private final InMemoryStore store;

    /** Those of {@code store}. */
    public InMemorySealedRows(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<SealedRow> underOthersThan(String keyId, SealedRow.Kind kind, @Nullable String after, int limit) {
        return store.inState(state -> rows(state)
                .filter(row -> row.kind() == kind && !isUnder(row, keyId))
                .filter(row -> after == null || row.row().compareTo(after) > 0)
                .sorted(Comparator.comparing(SealedRow::row))
                .limit(limit)
                .toList());
    }

    @Override
    public boolean replace(SealedRow known, String sealed) {
        return store.inState(state -> {
            if (rows(state).noneMatch(known::equals)) {
                return false;
            }
            switch (known.kind()) {
                case EXCHANGE_CREDENTIALS ->
                    state.sources.replaceAll((id, row) -> id.value().equals(known.row()) ? row.sealedAs(sealed) : row);
                case SHARED_SECRET ->
                    state.credentials.replaceAll((id, row) -> id.value().equals(known.row())
                            ? new State.CredentialRow(row.credential(), new SealedSecret(sealed))
                            : row);
            }
            return true;
        });
    }

    @Override
    public long countUnder(String keyId) {
        return store.inState(
                state -> rows(state).filter(row -> isUnder(row, keyId)).count());
    }

    private static boolean isUnder(SealedRow row, String keyId) {
        return row.sealed().startsWith("v1." + keyId + ".");
    }

    private static Stream<SealedRow> rows(State state) {
        Stream<SealedRow> credentials = state.sources.values().stream()
                .filter(SourceRow::hasKey)
                .map(row -> new SealedRow(
                        SealedRow.Kind.EXCHANGE_CREDENTIALS,
                        row.id().value(),
                        row.sealed().id().value(),
                        row.owner().value(),
                        row.sealed().sealed()));
        Stream<SealedRow> secrets = state.credentials.values().stream()
                .filter(row -> row.material() instanceof SealedSecret)
                .map(row -> new SealedRow(
                        SealedRow.Kind.SHARED_SECRET,
                        row.credential().id().value(),
                        row.credential().id().value(),
                        row.credential().partnerId().toString(),
                        ((SealedSecret) row.material()).sealed()));
        return Stream.concat(credentials, secrets);
    }
}
