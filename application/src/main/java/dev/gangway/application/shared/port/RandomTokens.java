package dev.gangway.application.shared.port;

import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;

/** Makes secrets that nobody can guess, and the hashes under which they are stored. */
public interface RandomTokens {
    /** A new secret of at least 256 random bits, in base64url without padding: a session's id, a link's id. */
    OutboundSecret next();

    /**
     * A new partner bearer token, {@code gw_<environment>_…} with at least 256 random bits and a checksum (contract,
     * "Partner authentication").
     */
    OutboundSecret nextBearerToken();

    /** The SHA-256 of the secret's UTF-8 bytes: what is stored in its place and looked up by. */
    Digest hash(Secret token);

    /** {@link #hash(Secret)} of a secret made here. */
    default Digest hash(OutboundSecret token) {
        return hash(Secret.of(token.value()));
    }

    /** What a bearer token looks like, which takes no database to tell. */
    Form formOf(Secret token);

    /** What a bearer token looks like; says nothing of whether it was ever issued. */
    enum Form {
        /** One of this environment's, its checksum right: unknown means revoked, expired or invented with care. */
        INTACT,
        /** One of this environment's, mistyped or cut off. */
        MISTYPED,
        /** One of another environment's, intact or not. */
        OTHER_ENVIRONMENT,
        /** Nothing that Gangway ever issued. */
        FOREIGN;

        /** Whether it is worth looking for. */
        public boolean mayHaveBeenIssued() {
            return this == INTACT || this == OTHER_ENVIRONMENT;
        }
    }
}
