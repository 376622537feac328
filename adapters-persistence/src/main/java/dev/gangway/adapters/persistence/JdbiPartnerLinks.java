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
    private static final String LOCK_USER = "select id from users where id = :user for update";

    private static final String CONNECTED = """
            select 1 from connections where user_id = :user and partner_id = :partner and status = 'active'""";

    private static final String SUPERSEDE = """
            update redirect_tokens set superseded_at = :at
            where user_id = :user and partner_id = :partner
            and consumed_at is null and superseded_at is null and revoked_at is null""";

    private static final String ISSUE = """
            insert into redirect_tokens (id_hash, link_id, user_id, partner_id, delivery, issued_at, expires_at)
            values (:hash, :link, :user, :partner, :delivery, :at, :expires)""";

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
            handle.createQuery(LOCK_USER)
                    .bind("user", link.userId().value())
                    .mapTo(String.class)
                    .findOne();
            if (!isConnected(handle, link)) {
                return false;
            }
            handle.createUpdate(SUPERSEDE)
                    .bind("user", link.userId().value())
                    .bind("partner", link.partnerId().value())
                    .bind("at", Rows.utc(link.issuedAt()))
                    .execute();
            handle.createUpdate(ISSUE)
                    .bind("hash", Args.bytes(link.idHash()))
                    .bind("link", link.id().value())
                    .bind("user", link.userId().value())
                    .bind("partner", link.partnerId().value())
                    .bind("delivery", Rows.stored(link.delivery()))
                    .bind("at", Rows.utc(link.issuedAt()))
                    .bind("expires", Rows.utc(link.expiresAt()))
                    .execute();
            AuditLog.append(handle, audit);
            return true;
        });
    }

    private static boolean isConnected(Handle handle, NewLink link) {
        return handle.createQuery(CONNECTED)
                .bind("user", link.userId().value())
                .bind("partner", link.partnerId().value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
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
