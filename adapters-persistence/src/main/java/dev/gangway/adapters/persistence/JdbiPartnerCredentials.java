package dev.gangway.adapters.persistence;

import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.PartnerId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Partners' credentials. */
final class JdbiPartnerCredentials implements PartnerCredentials {
    private static final String BY_ID = "select " + CredentialRows.COLUMNS
            + " from partner_credentials c where c.id = :id and " + CredentialRows.KNOWN;
    private static final String OF_PARTNER = "select " + CredentialRows.COLUMNS
            + " from partner_credentials c where c.partner_id = :partner and " + CredentialRows.KNOWN
            + " order by c.created_at, c.id";

    private static final String ADD = """
            insert into partner_credentials
                (id, partner_id, type, scopes, label, token_hash, sealed_secret, public_key, key_set_url,
                created_at, expires_at, revoked_at, allowed_addresses, own_calls_per_minute)
            values (:id, :partner, :type, :scopes, :label, :tokenHash, :sealedSecret, :publicKey, :keySetUrl,
                :createdAt, :expiresAt, :revokedAt, :addresses, :rate)""";

    private static final String RETIRE = """
            update partner_credentials
            set expires_at = case when expires_at < :oldExpiresAt then expires_at else :oldExpiresAt end,
                issued_until = case when rotated_at is null then expires_at else issued_until end,
                rotated_at = coalesce(rotated_at, :now)
            where id = :id and revoked_at is null and (expires_at is null or expires_at > :now)""";

    private static final String REVOKE = """
            update partner_credentials set revoked_at = :now where id = :id and revoked_at is null""";

    private static final String USED = """
            update partner_credentials set last_used_at = :at
            where id = :id and (last_used_at is null or last_used_at < :at)""";

    private static final String LAST_USED = """
            select id, last_used_at from partner_credentials
            where partner_id = :partner and last_used_at is not null""";

    private final Jdbi jdbi;

    JdbiPartnerCredentials(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void add(PartnerCredential credential, CredentialMaterial material, AuditEntry audit) {
        jdbi.useTransaction(handle -> {
            add(handle, credential, material);
            AuditLog.append(handle, audit);
        });
    }

    @Override
    public List<PartnerCredential> of(PartnerId partner) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_PARTNER)
                .bind("partner", partner.value())
                .map((row, context) -> CredentialRows.read(row))
                .list());
    }

    @Override
    public @Nullable PartnerCredential find(CredentialId id) {
        return jdbi.withHandle(handle -> handle.createQuery(BY_ID)
                .bind("id", id.value())
                .map((row, context) -> CredentialRows.read(row))
                .findOne()
                .orElse(null));
    }

    @Override
    public boolean rotate(
            CredentialId old,
            Instant oldExpiresAt,
            PartnerCredential replacement,
            CredentialMaterial material,
            AuditEntry audit,
            Instant now) {
        return jdbi.inTransaction(handle -> {
            int retired = handle.createUpdate(RETIRE)
                    .bind("id", old.value())
                    .bind("oldExpiresAt", Rows.utc(oldExpiresAt))
                    .bind("now", Rows.utc(now))
                    .execute();
            if (retired == 0) {
                return false;
            }
            add(handle, replacement, material);
            AuditLog.append(handle, audit);
            return true;
        });
    }

    @Override
    public boolean revoke(CredentialId id, Instant now, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            int revoked = handle.createUpdate(REVOKE)
                    .bind("id", id.value())
                    .bind("now", Rows.utc(now))
                    .execute();
            if (revoked == 0) {
                return false;
            }
            AuditLog.append(handle, audit);
            return true;
        });
    }

    @Override
    public void used(Map<CredentialId, Instant> times) {
        if (times.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(USED);
            // in one order, so that two nodes never wait for each other
            times.entrySet().stream()
                    .sorted(Comparator.comparing(use -> use.getKey().value()))
                    .forEach(use -> batch.bind("id", use.getKey().value())
                            .bind("at", Rows.utc(use.getValue()))
                            .add());
            batch.execute();
        });
    }

    @Override
    public Map<CredentialId, Instant> lastUsed(PartnerId partner) {
        return jdbi.withHandle(handle -> handle
                .createQuery(LAST_USED)
                .bind("partner", partner.value())
                .map((row, context) -> Map.entry(new CredentialId(row.getString("id")), Rows.time(row, "last_used_at")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static void add(Handle handle, PartnerCredential credential, CredentialMaterial material) {
        CallRate rate = credential.limits().rate();
        Update add = handle.createUpdate(ADD)
                .bind("id", credential.id().value())
                .bind("partner", credential.partnerId().value())
                .bind("type", Rows.stored(credential.type()))
                .bind("scopes", CredentialRows.stored(credential.scopes()))
                .bind("label", credential.label())
                .bind("createdAt", Rows.utc(credential.createdAt()))
                .bind("expiresAt", Rows.utc(credential.expiresAt()))
                .bind("revokedAt", Rows.utc(credential.revokedAt()))
                .bind("addresses", CredentialRows.stored(credential.limits().addresses()))
                .bind("rate", rate == null ? null : rate.perMinute());
        CredentialRows.bind(add, material);
        add.execute();
    }
}
