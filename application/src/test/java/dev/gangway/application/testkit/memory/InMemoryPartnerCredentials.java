package dev.gangway.application.testkit.memory;

import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

final class InMemoryPartnerCredentials implements PartnerCredentials {
    private final InMemoryStore store;

    InMemoryPartnerCredentials(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void add(PartnerCredential credential, CredentialMaterial material, AuditEntry audit) {
        store.inState(state -> {
            put(state, credential, material);
            return state.audit.add(audit);
        });
    }

    private static void put(State state, PartnerCredential credential, CredentialMaterial material) {
        boolean taken = state.credentials.values().stream()
                .anyMatch(row -> (material instanceof CredentialMaterial.TokenHash
                                && row.material().equals(material))
                        || row.credential().id().equals(credential.id()));
        if (taken) {
            throw new IllegalStateException("The credential " + credential.id() + " or its token is there already");
        }
        state.credentials.put(credential.id(), new State.CredentialRow(credential, material));
    }

    @Override
    public List<PartnerCredential> of(PartnerId partner) {
        return store.inState(state -> state.credentials.values().stream()
                .map(State.CredentialRow::credential)
                .filter(credential -> credential.partnerId().equals(partner))
                .sorted(Comparator.comparing(PartnerCredential::createdAt)
                        .thenComparing(credential -> credential.id().value()))
                .toList());
    }

    @Override
    public @Nullable PartnerCredential find(CredentialId id) {
        return store.<@Nullable PartnerCredential>inState(state -> {
            State.CredentialRow row = state.credentials.get(id);
            return row == null ? null : row.credential();
        });
    }

    @Override
    public boolean rotate(
            CredentialId old,
            Instant oldExpiresAt,
            PartnerCredential replacement,
            CredentialMaterial material,
            AuditEntry audit,
            Instant now) {
        return store.inState(state -> {
            State.CredentialRow row = state.credentials.get(old);
            if (row == null || !row.credential().isActive(now)) {
                return false;
            }
            Instant known = row.credential().expiresAt();
            Instant end = known != null && known.isBefore(oldExpiresAt) ? known : oldExpiresAt;
            put(state, replacement, material);
            state.credentials.put(old, ending(row, end, null));
            state.audit.add(audit);
            return true;
        });
    }

    @Override
    public boolean revoke(CredentialId id, Instant now, AuditEntry audit) {
        return store.inState(state -> {
            State.CredentialRow row = state.credentials.get(id);
            if (row == null || row.credential().revokedAt() != null) {
                return false;
            }
            state.credentials.put(id, ending(row, row.credential().expiresAt(), now));
            state.audit.add(audit);
            return true;
        });
    }

    @Override
    public void used(Map<CredentialId, Instant> times) {
        store.inState(state -> {
            times.forEach((id, at) -> {
                if (state.credentials.containsKey(id)) {
                    state.credentialUses.merge(id, at, (one, other) -> one.isBefore(other) ? other : one);
                }
            });
            return times.size();
        });
    }

    @Override
    public Map<CredentialId, Instant> lastUsed(PartnerId partner) {
        return store.inState(state -> {
            Map<CredentialId, Instant> uses = new HashMap<>(state.credentialUses);
            state.credentials.forEach((id, row) -> {
                if (!row.credential().partnerId().equals(partner)) {
                    uses.remove(id);
                }
            });
            return uses;
        });
    }

    private static State.CredentialRow ending(
            State.CredentialRow row, @Nullable Instant expiresAt, @Nullable Instant revokedAt) {
        PartnerCredential credential = row.credential();
        return new State.CredentialRow(
                new PartnerCredential(
                        credential.id(),
                        credential.partnerId(),
                        credential.type(),
                        credential.scopes(),
                        credential.label(),
                        credential.createdAt(),
                        expiresAt,
                        revokedAt,
                        credential.limits(),
                        credential.issuedUntil()),
                row.material());
    }
}
