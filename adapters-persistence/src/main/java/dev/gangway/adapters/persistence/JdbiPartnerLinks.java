package dev.gangway.adapters.persistence;

import dev.gangway.application.registration.PartnerLink;
import dev.gangway.application.registration.port.PartnerLinks;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.signin.LinkId;
import dev.gangway.domain.signin.NewLink;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Links that partners ask for. The user is locked first, as registrations do, so that one link lives. */
final class JdbiPartnerLinks implements PartnerLinks {
    private static final String SUPERSEDE = """
            update redirect_tokens set superseded_at = :at
            where user_id = :user and partner_id = :partner
            and consumed_at is null and superseded_at is null and revoked_at is null""";

    private static final String FIND = """
            select t.id_hash, t.user_id, t.delivery, t.issued_at, t.expires_at, t.consumed_at, t.superseded_at,
                t.revoked_at, t.viewed_at
            from redirect_tokens t
            join connections c on c.user_id = t.user_id and c.partner_id = t.partner_id and c.status = 'active'
            where t.link_id = :link and t.partner_id = :partner""";

    private static final String REVOKE = """
            update redirect_tokens set revoked_at = :now
            where link_id = :link and partner_id = :partner
            and consumed_at is null and superseded_at is null and revoked_at is null and expires_at > :now""";

    private final Jdbi jdbi;

    JdbiPartnerLinks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean issue(NewLink link, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            UserLock.take(handle, link.userId());
            if (!JdbiPartnerUsers.isConnected(handle, link.userId(), link.partnerId())) {
                return false;
            }
            handle.createUpdate(SUPERSEDE)
                    .bind("user", link.userId().value())
                    .bind("partner", link.partnerId().value())
                    .bind("at", Rows.utc(link.issuedAt()))
                    .execute();
            JdbiRedirectTokens.insert(handle, link);
            AuditLog.append(handle, audit);
            return true;
        });
    }

    @Override
    public @Nullable PartnerLink find(LinkId link, PartnerId partner) {
        return jdbi.withHandle(handle -> find(handle, link, partner));
    }

    private static @Nullable PartnerLink find(Handle handle, LinkId link, PartnerId partner) {
        return handle.createQuery(FIND)
                .bind("link", link.value())
                .bind("partner", partner.value())
                .map((row, context) -> new PartnerLink(link, JdbiRedirectTokens.token(row)))
                .findOne()
                .orElse(null);
    }

    @Override
    public Revoked revoke(LinkId link, PartnerId partner, Instant now, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            if (find(handle, link, partner) == null) {
                return Revoked.NO_SUCH_LINK;
            }
            int revoked = handle.createUpdate(REVOKE)
                    .bind("link", link.value())
                    .bind("partner", partner.value())
                    .bind("now", Rows.utc(now))
                    .execute();
            if (revoked == 0) {
                return Revoked.AS_BEFORE;
            }
            AuditLog.append(handle, audit);
            return Revoked.REVOKED;
        });
    }
}
