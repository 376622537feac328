package dev.gangway.adapters.persistence;

import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.Realm;
import dev.gangway.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Locks a user and reads what a registration has to know of it. Two statements in one flight: one alone would wait for
 * the lock and then show sources as they were before whoever held it.
 */
final class UserSnapshot {
    private static final String KNOWN = """
            select u.id as user_id, a.partner_id as attributed_to, c.status as connection_status, c.approved_at,
                own.partner_user_id,
                exists (select 1 from partner_user_ids o where o.partner_id = :partnerId
                    and o.partner_user_id = :partnerUserId and o.user_id <> u.id) as partner_user_id_taken,
                exists (select 1 from discount_redemptions d where d.user_id = u.id) as has_discount,
                s.id as source_id, s.exchange, s.fingerprint_key, s.key_fingerprint, s.secret_fingerprint,
                s.status as source_status
            from users u
            left join attributions a on a.user_id = u.id
            left join connections c on c.user_id = u.id and c.partner_id = :partnerId
            left join partner_user_ids own on own.user_id = u.id and own.partner_id = :partnerId
            left join sources s on s.user_id = u.id and s.status <> 'merged' and s.key_fingerprint is not null
            where\s""";

    private static final SqlString OF_EMAIL =
            snapshot("realm = :realm and email_canonical = :email", "u.realm = :realm and u.email_canonical = :email");

    private static final SqlString OF_ID = snapshot("id = :userId", "u.id = :userId");

    private UserSnapshot() {}

    private static SqlString snapshot(String one, String same) {
        return SqlString.of("select id from users where " + one + " for update", KNOWN + same + " order by s.id");
    }

    static @Nullable KnownUser read(
            java.sql.Connection connection, SqlDialect dialect, UserId user, PartnerId partner) {
        Args args = new Args()
                .text("userId", user.value())
                .uuid("partnerId", partner.value())
                .text("partnerUserId", null);
        return OF_ID.read(connection, dialect, args, rows -> fold(rows, partner));
    }

    static @Nullable KnownUser read(
            java.sql.Connection connection,
            SqlDialect dialect,
            Realm realm,
            EmailAddress email,
            PartnerId partner,
            @Nullable PartnerUserId partnerUserId) {
        Args args = new Args()
                .text("realm", realm.value())
                .text("email", email.canonical())
                .uuid("partnerId", partner.value())
                .text("partnerUserId", partnerUserId == null ? null : partnerUserId.value());
        return OF_EMAIL.read(connection, dialect, args, rows -> fold(rows, partner));
    }

    private static @Nullable KnownUser fold(ResultSet rows, PartnerId partner) throws SQLException {
        if (!rows.next()) {
            return null;
        }
        UserId id = new UserId(rows.getString("user_id"));
        PartnerId attributedTo = Rows.optionalPartnerId(rows, "attributed_to");
        Connection connection = connection(rows, partner);
        boolean taken = rows.getBoolean("partner_user_id_taken");
        boolean hasDiscount = rows.getBoolean("has_discount");
        List<KnownUser.KnownSource> sources = new ArrayList<>();
        do {
            if (rows.getString("source_id") != null) {
                sources.add(new KnownUser.KnownSource(
                        new SourceId(rows.getString("source_id")),
                        new ExchangeName(rows.getString("exchange")),
                        Rows.fingerprint(rows),
                        Rows.constant(rows, "source_status", SourceStatus.class)));
            }
        } while (rows.next());
        return new KnownUser(id, attributedTo, connection, taken, sources, hasDiscount);
    }

    private static @Nullable Connection connection(ResultSet row, PartnerId partner) throws SQLException {
        ConnectionStatus status = Rows.optionalConstant(row, "connection_status", ConnectionStatus.class);
        return status == null
                ? null
                : new Connection(
                        partner,
                        status,
                        Rows.optionalTime(row, "approved_at"),
                        Rows.optional(row, "partner_user_id", PartnerUserId::new));
    }
}
