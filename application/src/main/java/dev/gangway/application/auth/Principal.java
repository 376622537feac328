package dev.gangway.application.auth;

import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.Partner;
import java.util.Set;

/**
 * Who calls: the same whatever scheme proved it.
 *
 * @param partner the partner
 * @param credentialId the credential that was used
 * @param scheme the scheme's name
 * @param scopes what the credential may do
 */
public record Principal(Partner partner, CredentialId credentialId, String scheme, Set<Scope> scopes) {
    /** Copies. */
    public Principal {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the credential may do this. */
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
