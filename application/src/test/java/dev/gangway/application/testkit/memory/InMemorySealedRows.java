package dev.gangway.application.testkit.memory;

import dev.gangway.application.keys.KeysInUse;
import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.port.Resealing;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.domain.apikey.CredentialMaterial.SealedSecret;
import dev.gangway.domain.source.CredentialFingerprint;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
    public List<SealedRow> underOthersThan(KeysInUse keys, SealedRow.Kind kind, @Nullable String after, int limit) {
        return store.inState(state -> rows(state)
                .filter(row -> row.kind() == kind && !isUnder(row, keys))
                .filter(row -> after == null || row.row().compareTo(after) > 0)
                .sorted(Comparator.comparing(SealedRow::row))
                .limit(limit)
                .toList());
    }

    @Override
    public boolean replace(SealedRow known, Resealing.Resealed.Anew anew) {
        return store.inState(state -> {
            boolean doubled = isDoubled(state, known, anew.fingerprint());
            if (rows(state).noneMatch(known::equals)
                    || (doubled && anew.sealed().equals(known.sealed()))) {
                return false;
            }
            switch (known.kind()) {
                case EXCHANGE_CREDENTIALS ->
                    state.sources.replaceAll((id, row) -> id.value().equals(known.row())
                            ? row.sealedAs(
                                    anew.sealed(),
                                    anew.fingerprint() == null || doubled ? row.fingerprint() : anew.fingerprint())
                            : row);
                case SHARED_SECRET ->
                    state.credentials.replaceAll((id, row) -> id.value().equals(known.row())
                            ? new State.CredentialRow(row.credential(), new SealedSecret(anew.sealed()))
                            : row);
            }
            return true;
        });
    }

    /** Whether another source of the user's has the fingerprint. */
    private static boolean isDoubled(State state, SealedRow known, @Nullable CredentialFingerprint fingerprint) {
        SealedRow.Fingerprinted fingerprinted = known.fingerprinted();
        return fingerprint != null
                && fingerprinted != null
                && state.sources.values().stream()
                        .filter(row -> !row.id().value().equals(known.row()) && row.hasKey())
                        .filter(row -> row.owner().value().equals(known.owner())
                                && row.exchange().equals(fingerprinted.exchange()))
                        .anyMatch(row -> row.fingerprint().apiKey().equals(fingerprint.apiKey()));
    }

    @Override
    public long countSealedUnder(String keyId) {
        return store.inState(
                state -> rows(state).filter(row -> isSealedUnder(row, keyId)).count());
    }

    @Override
    public long countFingerprintedUnder(String keyId) {
        return store.inState(state -> rows(state)
                .map(SealedRow::fingerprinted)
                .filter(Objects::nonNull)
                .map(SealedRow.Fingerprinted::ringKey)
                .filter(key -> key.equals(keyId) || key.equals(CredentialFingerprint.UNNAMED))
                .count());
    }

    private static boolean isSealedUnder(SealedRow row, String keyId) {
        return row.sealed().startsWith("v1." + keyId + ".");
    }

    private static boolean isUnder(SealedRow row, KeysInUse keys) {
        SealedRow.Fingerprinted fingerprinted = row.fingerprinted();
        return isSealedUnder(row, keys.sealing())
                && (fingerprinted == null || fingerprinted.ringKey().equals(keys.fingerprints()));
    }

    private static Stream<SealedRow> rows(State state) {
        Stream<SealedRow> credentials = state.sources.values().stream()
                .filter(SourceRow::hasKey)
                .map(row -> new SealedRow(
                        SealedRow.Kind.EXCHANGE_CREDENTIALS,
                        row.id().value(),
                        row.sealed().id().value(),
                        row.owner().value(),
                        row.sealed().sealed(),
                        new SealedRow.Fingerprinted(
                                row.exchange(), row.fingerprint().ringKey())));
        Stream<SealedRow> secrets = state.credentials.values().stream()
                .filter(row -> row.material() instanceof SealedSecret)
                .map(row -> new SealedRow(
                        SealedRow.Kind.SHARED_SECRET,
                        row.credential().id().value(),
                        row.credential().id().value(),
                        row.credential().partnerId().toString(),
                        ((SealedSecret) row.material()).sealed(),
                        null));
        return Stream.concat(credentials, secrets);
    }
}
