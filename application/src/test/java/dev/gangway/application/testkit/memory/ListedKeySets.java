package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.port.KeySets;
import dev.gangway.domain.apikey.CredentialMaterial.KeySetAddress;
import dev.gangway.domain.apikey.JwsAlgorithm;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows which addresses answer, for tests that save them and verify nothing. */
record ListedKeySets(Set<String> answering) implements KeySets {
    @Override
    public void check(String field, KeySetAddress address) {
        if (!answering.contains(address.url().value())) {
            throw new InvalidValue(field, FieldError.NOT_ALLOWED, "does not answer");
        }
    }

    @Override
    public Answer verify(
            KeySetAddress address, @Nullable String keyId, JwsAlgorithm algorithm, byte[] signed, byte[] signature) {
        return Answer.UNAVAILABLE;
    }
}
