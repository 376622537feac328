package dev.gangway.adapters.persistence;

import dev.gangway.application.partner.port.Partners;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.partner.WebAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Partners and their discounts. */
final class JdbiPartners implements Partners {
    private static final String SELECT =
            "select " + PartnerRows.COLUMNS + " from partners p left join partner_discounts d on d.partner_id = p.id";
    private static final String BY_ID = SELECT + " where p.id = :id order by d.code_canonical";
    private static final String BY_SLUG = SELECT + " where p.slug = :slug order by d.code_canonical";
    private static final String ALL = SELECT + " order by p.slug, d.code_canonical";

    private static final String ADD = """
            insert into partners (id, slug, name, realm, exchanges, default_discount, link_lifetime_seconds,
                return_url, refresh_url, calls_per_minute, token_lifetime_seconds, created_at, updated_at)
            values (:id, :slug, :name, :realm, :exchanges, :defaultDiscount, :linkLifetime,
                :returnUrl, :refreshUrl, :callsPerMinute, :tokenLifetime, :at, :at)
            on conflict do nothing""";

    private static final String CHANGE = """
            update partners set name = :name, exchanges = :exchanges, default_discount = :defaultDiscount,
                link_lifetime_seconds = :linkLifetime, return_url = :returnUrl, refresh_url = :refreshUrl,
                calls_per_minute = :callsPerMinute, token_lifetime_seconds = :tokenLifetime, updated_at = :at
            where id = :id and not exists (select 1 from partners o where o.name = :name and o.id <> :id)""";

    private static final String WITHDRAW = """
            delete from partner_discounts where partner_id = :id and code_canonical = :codeCanonical""";

    /** A discount that gets a cap has to know how many have it; while it has one, registrations count. */
    private static final String CHANGE_DISCOUNT = """
            update partner_discounts set code = :code, cap = :cap, expires_at = :expiresAt,
                redeemed = case when cap is not null then redeemed else
                    (select count(*) from discount_redemptions r
                    where r.partner_id = :id and r.code_canonical = :codeCanonical) end
            where partner_id = :id and code_canonical = :codeCanonical""";

    private static final String ADD_DISCOUNT = """
            insert into partner_discounts (partner_id, code_canonical, code, cap, expires_at, redeemed)
            values (:id, :codeCanonical, :code, :cap, :expiresAt,
                (select count(*) from discount_redemptions r
                where r.partner_id = :id and r.code_canonical = :codeCanonical))""";

    private final Jdbi jdbi;

    JdbiPartners(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public @Nullable Partner find(PartnerId id) {
        return only(jdbi.withHandle(
                handle -> handle.createQuery(BY_ID).bind("id", id.value()).scanResultSet(JdbiPartners::partners)));
    }

    @Override
    public @Nullable Partner find(PartnerSlug slug) {
        return only(jdbi.withHandle(handle ->
                handle.createQuery(BY_SLUG).bind("slug", slug.value()).scanResultSet(JdbiPartners::partners)));
    }

    @Override
    public List<Partner> all() {
        return jdbi.withHandle(handle -> handle.createQuery(ALL).scanResultSet(JdbiPartners::partners));
    }

    @Override
    public boolean add(Partner partner, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            Mutex.PARTNERS.hold(handle);
            boolean added = bind(handle.createUpdate(ADD), partner, audit)
                            .bind("slug", partner.slug().value())
                            .bind("realm", partner.realm().value())
                            .execute()
                    == 1;
            if (added) {
                putDiscounts(handle, partner);
                AuditLog.append(handle, audit);
            }
            return added;
        });
    }

    @Override
    public boolean change(Partner partner, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            Mutex.PARTNERS.hold(handle);
            boolean changed = bind(handle.createUpdate(CHANGE), partner, audit).execute() == 1;
            if (changed) {
                putDiscounts(handle, partner);
                AuditLog.append(handle, audit);
            }
            return changed;
        });
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Partner partner, AuditEntry audit) {
        return statement
                .bind("id", partner.id().value())
                .bind("name", partner.name())
                .bind("exchanges", PartnerRows.stored(partner.exchanges()))
                .bind(
                        "defaultDiscount",
                        partner.defaultDiscount() == null
                                ? null
                                : partner.defaultDiscount().value())
                .bind("linkLifetime", partner.linkLifetime().value().toSeconds())
                .bind("returnUrl", text(partner.returnUrl()))
                .bind("refreshUrl", text(partner.refreshUrl()))
                .bind("callsPerMinute", partner.rate().perMinute())
                .bind("tokenLifetime", partner.tokenLifetime().value().toSeconds())
                .bind("at", Rows.utc(audit.at()));
    }

    /** Changes discounts in place: a row that a registration is waiting for must not be replaced beneath it. */
    private static void putDiscounts(Handle handle, Partner partner) {
        List<String> named =
                partner.discounts().stream().map(d -> d.code().canonical()).toList();
        handle
                .createQuery("select code_canonical from partner_discounts where partner_id = :id")
                .bind("id", partner.id().value())
                .mapTo(String.class)
                .list()
                .stream()
                .filter(code -> !named.contains(code))
                .forEach(code -> handle.createUpdate(WITHDRAW)
                        .bind("id", partner.id().value())
                        .bind("codeCanonical", code)
                        .execute());
        for (Discount discount : partner.discounts()) {
            if (put(handle, CHANGE_DISCOUNT, partner, discount) == 0) {
                put(handle, ADD_DISCOUNT, partner, discount);
            }
        }
    }

    private static int put(Handle handle, String sql, Partner partner, Discount discount) {
        return handle.createUpdate(sql)
                .bind("id", partner.id().value())
                .bind("codeCanonical", discount.code().canonical())
                .bind("code", discount.code().value())
                .bind("cap", discount.cap())
                .bind("expiresAt", Rows.utc(discount.expiresAt()))
                .execute();
    }

    private static @Nullable String text(@Nullable WebAddress address) {
        return address == null ? null : address.value();
    }

    private static @Nullable Partner only(List<Partner> partners) {
        return partners.isEmpty() ? null : partners.get(0);
    }

    private static List<Partner> partners(Supplier<ResultSet> result, StatementContext context) throws SQLException {
        List<Partner> partners = new ArrayList<>();
        try (ResultSet rows = result.get()) {
            boolean more = rows.next();
            while (more) {
                more = PartnerRows.read(rows, partners);
            }
        }
        return partners;
    }
}
