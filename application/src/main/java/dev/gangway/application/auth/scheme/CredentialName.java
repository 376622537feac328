package dev.gangway.application.auth.scheme;

import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.shared.InvalidValue;
import org.jspecify.annotations.Nullable;

/** A credential's id as a caller writes it: the {@code clientId} of a token, the {@code X-API-Key} of a signed request. */
final class CredentialName {
    private CredentialName() {}

    /** The id, or null if {@code text} is not exactly how one is written. */
    static @Nullable CredentialId of(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            CredentialId id = new CredentialId(text);
            return id.value().equals(text) ? id : null;
        } catch (InvalidValue noId) {
            return null;
        }
    }
}
