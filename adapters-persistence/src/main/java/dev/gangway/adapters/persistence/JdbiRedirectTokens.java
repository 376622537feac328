package dev.gangway.adapters.persistence;

import dev.gangway.application.signin.port.RedirectTokens;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.signin.Delivery;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.signin.NewSession;
import dev.gangway.domain.signin.RedirectToken;
import dev.gangway.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Redirect links; one conditional update decides who uses one. */
final class JdbiRedirectTokens implements RedirectTokens {
    private static final String FIND = """
            select t.id_hash, t.user_id, t.partner_id, t.delivery, t.issued_at, t.expires_at,
                t.consumed_at, t.superseded_at, t.revoked_at, t.viewed_at,
                p.name as partner_name, coalesce(p.refresh_url, p.return_url) as way_forward,
                a.partner_id as attributed_to,
                coalesce(c.status = 'active', false) as connection_active
            from redirect_tokens t
            join partners p on p.id = t.partner_id
            left join attributions a on a.user_id = t.user_id
            left join connections c on c.user_id = t.user_id and c.partner_id = t.partner_id
            where t.id_hash = :idHash""";

    private static final String CONSUME = """
            update redirect_tokens set consumed_at = :now
            where id_hash = :idHash and consumed_at is null and superseded_at is null and revoked_at is null
            and expires_at > :now""";

    private static final String VIEW = """
            update redirect_tokens set viewed_at = :now where id_hash = :idHash and viewed_at is null""";

    private static final String BEGIN_SESSION = """
            insert into sessions (id_hash, user_id, signed_in_at, last_seen_at)
            values (:idHash, :userId, :signedInAt, :signedInAt)""";

    private static final String ISSUE = """
            insert into redirect_tokens (id_hash, link_id, user_id, partner_id, delivery, issued_at, expires_at)
            values (:idHash, :linkId, :userId, :partnerId, :delivery, :issuedAt, :expiresAt)""";

    private final Jdbi jdbi;

    JdbiRedirectTokens(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void issue(NewLink link, AuditEntry audit) {
        jdbi.useTransaction(handle -> {
            insert(handle, link);
            AuditLog.append(handle, audit);
        });
    }

    @Override
    public @Nullable Issued find(Digest idHash) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("idHash", Args.bytes(idHash))
                .map((row, context) -> issued(row))
                .findOne()
                .orElse(null));
    }

    @Override
    public void viewed(Digest idHash, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(VIEW)
                .bind("idHash", Args.bytes(idHash))
                .bind("now", Rows.utc(now))
                .execute());
    }

    @Override
    public boolean consume(
            Digest idHash, Instant now, NewSession session, @Nullable Digest endedSession, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            int consumed = handle.createUpdate(CONSUME)
                    .bind("idHash", Args.bytes(idHash))
                    .bind("now", Rows.utc(now))
                    .execute();
            if (consumed == 0) {
                return false;
            }
            handle.createUpdate(BEGIN_SESSION)
                    .bind("idHash", Args.bytes(session.idHash()))
                    .bind("userId", session.userId().value())
                    .bind("signedInAt", Rows.utc(session.signedInAt()))
                    .execute();
            if (endedSession != null) {
                JdbiSessions.delete(handle, endedSession);
            }
            AuditLog.append(handle, audit);
            return true;
        });
    }

    /** Stores a link that nobody has used. */
    static void insert(Handle handle, NewLink link) {
        handle.createUpdate(ISSUE)
                .bind("idHash", Args.bytes(link.idHash()))
                .bind("linkId", link.id().value())
                .bind("userId", link.userId().value())
                .bind("partnerId", link.partnerId().value())
                .bind("delivery", Rows.stored(link.delivery()))
                .bind("issuedAt", Rows.utc(link.issuedAt()))
                .bind("expiresAt", Rows.utc(link.expiresAt()))
                .execute();
    }

    /** A row with every column of the link. */
    static RedirectToken token(ResultSet row) throws SQLException {
        return new RedirectToken(
                Rows.digest(row, "id_hash"),
                new UserId(row.getString("user_id")),
                Rows.constant(row, "delivery", Delivery.class),
                Rows.time(row, "issued_at"),
                Rows.time(row, "expires_at"),
                Rows.optionalTime(row, "consumed_at"),
                Rows.optionalTime(row, "superseded_at"),
                Rows.optionalTime(row, "revoked_at"),
                Rows.optionalTime(row, "viewed_at"));
    }

    private static Issued issued(ResultSet row) throws SQLException {
        return new Issued(
                token(row),
                Rows.partnerId(row, "partner_id"),
                row.getString("partner_name"),
                Rows.optional(row, "way_forward", WebAddress::new),
                Rows.optionalPartnerId(row, "attributed_to"),
                row.getBoolean("connection_active"));
    }
}
