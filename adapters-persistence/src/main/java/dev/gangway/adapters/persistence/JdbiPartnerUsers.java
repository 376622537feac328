package dev.gangway.adapters.persistence;

import dev.gangway.application.user.PartnerSource;
import dev.gangway.application.user.PartnerUser;
import dev.gangway.application.user.UserReference;
import dev.gangway.application.user.port.PartnerUsers;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.Jurisdiction;
import dev.gangway.domain.user.PersonName;
import dev.gangway.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** A partner's users: every statement begins with its active connections. */
final class JdbiPartnerUsers implements PartnerUsers {
    private static final String IN_SIGHT = """
            s.user_id = c.user_id and s.status <> 'merged'
                and (c.shares_all or exists (
                    select 1 from source_senders x where x.source_id = s.id and x.partner_id = c.partner_id))""";

    private static final String USERS = """
            select u.id, u.email, u.email_canonical, u.name, u.surname, u.jurisdiction, u.created_at,
                coalesce(c.approved_at, c.created_at) as connected_at, own.partner_user_id,
                coalesce(a.partner_id = c.partner_id, false) as brought,
                (select count(*) from sources s where\s""" + IN_SIGHT + """
            ) as sources
            from connections c
            join users u on u.id = c.user_id
            left join attributions a on a.user_id = c.user_id
            left join partner_user_ids own on own.user_id = c.user_id and own.partner_id = c.partner_id
            where c.partner_id = :partner and c.status = 'active' and\s""";

    private static final String BY_ID = USERS + "c.user_id = :user";

    private static final String BY_EMAIL = USERS + "u.realm = :realm and u.email_canonical = :email";

    private static final String BY_PARTNER_USER_ID = USERS + "own.partner_user_id = :own";

    private static final String PAGE = USERS + "c.user_id > :after order by c.user_id limit :limit";

    private static final String EVER_CONNECTED = """
            select 1 from connections where user_id = :user and partner_id = :partner""";

    private static final String CONNECTED = EVER_CONNECTED + " and status = 'active'";

    private static final String SOURCES = """
            select s.id, s.exchange, s.status, s.failure, s.created_at, s.imported_at
            from connections c join sources s on\s""" + IN_SIGHT + """

            where c.user_id = :user and c.partner_id = :partner and c.status = 'active'
            order by s.id""";

    private final Jdbi jdbi;

    JdbiPartnerUsers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public @Nullable PartnerUser find(UserReference user, PartnerId partner) {
        return jdbi.withHandle(handle -> reference(handle, user)
                .bind("partner", partner.value())
                .map((row, context) -> user(row))
                .findOne()
                .orElse(null));
    }

    private static Query reference(Handle handle, UserReference user) {
        return switch (user) {
            case UserReference.ById byId ->
                handle.createQuery(BY_ID).bind("user", byId.id().value());
            case UserReference.ByEmail byEmail ->
                handle.createQuery(BY_EMAIL)
                        .bind("realm", byEmail.realm().value())
                        .bind("email", byEmail.email().canonical());
            case UserReference.ByPartnerUserId own ->
                handle.createQuery(BY_PARTNER_USER_ID).bind("own", own.id().value());
        };
    }

    @Override
    public @Nullable Page page(PartnerId partner, @Nullable UserId after, int limit) {
        return jdbi.withHandle(handle -> {
            if (after != null && !holds(handle, EVER_CONNECTED, after, partner)) {
                return null;
            }
            List<PartnerUser> found = handle.createQuery(PAGE)
                    .bind("partner", partner.value())
                    .bind("after", after == null ? "" : after.value())
                    .bind("limit", limit + 1)
                    .map((row, context) -> user(row))
                    .list();
            return new Page(found.subList(0, Math.min(limit, found.size())), found.size() > limit);
        });
    }

    @Override
    public @Nullable List<PartnerSource> sources(UserId user, PartnerId partner) {
        return jdbi.withHandle(handle -> {
            List<PartnerSource> found = handle.createQuery(SOURCES)
                    .bind("user", user.value())
                    .bind("partner", partner.value())
                    .map((row, context) -> source(row))
                    .list();
            return found.isEmpty() && !isConnected(handle, user, partner) ? null : found;
        });
    }

    /** Whether the user lets the partner in. */
    static boolean isConnected(Handle handle, UserId user, PartnerId partner) {
        return holds(handle, CONNECTED, user, partner);
    }

    private static boolean holds(Handle handle, String query, UserId user, PartnerId partner) {
        return handle.createQuery(query)
                .bind("user", user.value())
                .bind("partner", partner.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private static PartnerUser user(ResultSet row) throws SQLException {
        boolean brought = row.getBoolean("brought");
        return new PartnerUser(
                new UserId(row.getString("id")),
                row.getString(brought ? "email" : "email_canonical"),
                brought ? Rows.optional(row, "name", PersonName::new) : null,
                brought ? Rows.optional(row, "surname", PersonName::new) : null,
                brought ? new Jurisdiction(row.getString("jurisdiction")) : null,
                Rows.optional(row, "partner_user_id", PartnerUserId::new),
                Rows.time(row, "connected_at"),
                Rows.time(row, "created_at"),
                row.getInt("sources"));
    }

    private static PartnerSource source(ResultSet row) throws SQLException {
        return new PartnerSource(
                new SourceId(row.getString("id")),
                new ExchangeName(row.getString("exchange")),
                Rows.constant(row, "status", SourceStatus.class),
                Rows.optionalConstant(row, "failure", SourceFailure.class),
                Rows.time(row, "created_at"),
                Rows.optionalTime(row, "imported_at"));
    }
}
