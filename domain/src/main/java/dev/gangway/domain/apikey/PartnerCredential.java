package dev.gangway.domain.apikey;

import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.Text;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a partner proves itself; holds nothing that would let anybody else do so.
 *
 * @param id its identity
 * @param partnerId whose it is
 * @param type how it proves its holder
 * @param scopes what it may do
 * @param label what people call it, at most 100 characters, null if nothing
 * @param createdAt when it was issued
 * @param expiresAt the first instant at which it is no longer accepted, null for never
 * @param revokedAt when it was revoked, null if it was not
 * @param limits what else narrows it
 * @param issuedUntil the end that it was issued with, null for none; a rotation brings {@code expiresAt} forward and not this
 */
public record PartnerCredential(
        CredentialId id,
        PartnerId partnerId,
        CredentialType type,
        Set<Scope> scopes,
        @Nullable String label,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        CredentialLimits limits,
        @Nullable Instant issuedUntil) {
    /** A credential that ends when it was issued to. */
    public PartnerCredential(
            CredentialId id,
            PartnerId partnerId,
            CredentialType type,
            Set<Scope> scopes,
            @Nullable String label,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            CredentialLimits limits) {
        this(id, partnerId, type, scopes, label, createdAt, expiresAt, revokedAt, limits, expiresAt);
    }

    /** A credential that nothing but its scopes narrows. */
    public PartnerCredential(
            CredentialId id,
            PartnerId partnerId,
            CredentialType type,
            Set<Scope> scopes,
            @Nullable String label,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {
        this(id, partnerId, type, scopes, label, createdAt, expiresAt, revokedAt, CredentialLimits.NONE);
    }

    /** Checks and copies. */
    public PartnerCredential {
        scopes = Set.copyOf(scopes);
        label = Text.optional("label", label, 100);
    }

    /** Whether it is accepted at {@code now}. */
    public boolean isActive(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** How many calls a minute it may make. */
    public CallRate rate(CallRate ofPartner) {
        CallRate own = limits.rate();
        return own == null ? type.rate(ofPartner) : own;
    }
}
