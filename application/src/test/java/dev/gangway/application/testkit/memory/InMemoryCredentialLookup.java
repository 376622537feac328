package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.domain.shared.Digest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class InMemoryCredentialLookup implements CredentialLookup {
    private final InMemoryStore store;

    InMemoryCredentialLookup(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public @Nullable Found byTokenHash(Digest tokenHash) {
        return store.<@Nullable Found>inState(state -> state.credentials.values().stream()
                .filter(row -> row.tokenHash().equals(tokenHash))
                .map(row -> new Found(
                        row.credential(),
                        Objects.requireNonNull(
                                state.partners.get(row.credential().partnerId()))))
                .findFirst()
                .orElse(null));
    }
}
