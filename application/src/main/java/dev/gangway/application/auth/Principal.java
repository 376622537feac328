package dev.gangway.application.auth;

import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.Partner;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls: the same whatever scheme proved it.
 *
 * @param partner the partner
 * @param credentialId the credential that was used
 * @param scheme the scheme's name
 * @param type the credential's type, which tells apart what one scheme takes several of; null if another program has told
 *     who calls
 * @param scopes what the credential may do
 * @param rate how often it may call
 */
public record Principal(
        Partner partner,
        CredentialId credentialId,
        String scheme,
        @Nullable CredentialType type,
        Set<Scope> scopes,
        CallRate rate) {
    /** Copies. */
    public Principal {
        scopes = Set.copyOf(scopes);
    }

    /** One that another program vouches for, with the rate that its partner has. */
    public Principal(Partner partner, CredentialId credentialId, String scheme, Set<Scope> scopes) {
        this(partner, credentialId, scheme, null, scopes, partner.rate());
    }

    /** Whoever proved by {@code scheme} to hold the credential that was found. */
    public static Principal of(CredentialLookup.Found found, String scheme) {
        PartnerCredential credential = found.credential();
        return new Principal(
                found.partner(),
                credential.id(),
                scheme,
                credential.type(),
                credential.scopes(),
                credential.rate(found.partner().rate()));
    }

    /** Whether the credential may do this. */
    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
