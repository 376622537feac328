package dev.gangway.bootstrap.server;

import dev.gangway.application.auth.port.KeySets;
import dev.gangway.domain.apikey.CredentialMaterial.KeySetAddress;
import dev.gangway.domain.apikey.JwsAlgorithm;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import org.jspecify.annotations.Nullable;

/** Fetches no set of keys. */
public final class ClosedKeySets implements KeySets {
    @Override
    public void check(String field, KeySetAddress address) {
        throw new InvalidValue(field, FieldError.NOT_ALLOWED, "cannot be fetched from here");
    }

    @Override
    public Answer verify(
            KeySetAddress address, @Nullable String keyId, JwsAlgorithm algorithm, byte[] signed, byte[] signature) {
        return Answer.UNAVAILABLE;
    }
}
