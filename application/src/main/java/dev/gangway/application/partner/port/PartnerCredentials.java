package dev.gangway.application.partner.port;

import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Partners' credentials: issued, listed, rotated and revoked. */
public interface PartnerCredentials {
    /** Stores a credential with what its calls are verified. */
    void add(PartnerCredential credential, CredentialMaterial material, AuditEntry audit);

    /** All of a partner's, oldest first, those no longer active included. */
    List<PartnerCredential> of(PartnerId partner);

    /** The credential, or null. */
    @Nullable
    PartnerCredential find(CredentialId id);

    /**
     * Replaces a credential that is active at {@code now}: it expires at {@code oldExpiresAt} (or earlier, if it was to
     * already), and {@code replacement} is stored with its material, both or neither.
     *
     * @return false if it is not active; nothing was written
     */
    boolean rotate(
            CredentialId old,
            Instant oldExpiresAt,
            PartnerCredential replacement,
            CredentialMaterial material,
            AuditEntry audit,
            Instant now);

    /**
     * Revokes a credential; holds within one second on every node.
     *
     * @return false if there is none or it was revoked before; nothing was written
     */
    boolean revoke(CredentialId id, Instant now, AuditEntry audit);

    /** Writes down when credentials were used. An earlier use than is known of changes nothing, nor does one of nobody's. */
    void used(Map<CredentialId, Instant> times);

    /** When a partner's credentials were last used; those that were not are not there. */
    Map<CredentialId, Instant> lastUsed(PartnerId partner);
}
