package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.shared.Digest;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

final class InMemoryCredentialLookup implements CredentialLookup {
    private final InMemoryStore store;

    InMemoryCredentialLookup(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public @Nullable Found byTokenHash(Digest tokenHash) {
        CredentialMaterial wanted = new CredentialMaterial.TokenHash(tokenHash);
        return find(row -> row.material().equals(wanted));
    }

    @Override
    public @Nullable Found byId(CredentialId id) {
        return find(row -> row.credential().id().equals(id));
    }

    private @Nullable Found find(Predicate<State.CredentialRow> wanted) {
        return store.<@Nullable Found>inState(state -> state.credentials.values().stream()
                .filter(wanted)
                .map(row -> new Found(
                        row.credential(),
                        row.material(),
                        Objects.requireNonNull(
                                state.partners.get(row.credential().partnerId()))))
                .findFirst()
                .orElse(null));
    }
}
