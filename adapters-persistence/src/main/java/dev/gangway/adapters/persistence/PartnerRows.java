package dev.gangway.adapters.persistence;

import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.LinkLifetime;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.partner.TokenLifetime;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.user.Realm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Partners as rows: one per discount, or a single one without. */
final class PartnerRows {
    /** The columns that {@link #read} needs, of partners p and partner_discounts d. */
    static final String COLUMNS = """
            p.id as partner_id, p.slug, p.name as partner_name, p.realm, p.exchanges, p.default_discount,
            p.link_lifetime_seconds, p.return_url, p.refresh_url, p.calls_per_minute,
            p.token_lifetime_seconds,
            d.code as discount_code, d.cap as discount_cap, d.expires_at as discount_expires_at""";

    private PartnerRows() {}

    /** Reads the partner of the current row and moves on behind its last row. Returns whether there is a row there. */
    static boolean read(ResultSet rows, List<Partner> into) throws SQLException {
        PartnerId id = Rows.partnerId(rows, "partner_id");
        PartnerSlug slug = new PartnerSlug(rows.getString("slug"));
        String name = rows.getString("partner_name");
        Realm realm = new Realm(rows.getString("realm"));
        Set<ExchangeName> exchanges = exchanges(rows.getString("exchanges"));
        DiscountCode defaultDiscount = Rows.optional(rows, "default_discount", DiscountCode::of);
        LinkLifetime lifetime = new LinkLifetime(Duration.ofSeconds(rows.getLong("link_lifetime_seconds")));
        WebAddress returnUrl = Rows.optional(rows, "return_url", WebAddress::new);
        WebAddress refreshUrl = Rows.optional(rows, "refresh_url", WebAddress::new);
        CallRate rate = new CallRate(rows.getInt("calls_per_minute"));
        TokenLifetime tokenLifetime = new TokenLifetime(Duration.ofSeconds(rows.getLong("token_lifetime_seconds")));
        List<Discount> discounts = new ArrayList<>();
        boolean more;
        do {
            if (rows.getString("discount_code") != null) {
                discounts.add(new Discount(
                        DiscountCode.of(rows.getString("discount_code")),
                        cap(rows),
                        Rows.optionalTime(rows, "discount_expires_at")));
            }
            more = rows.next();
        } while (more && Rows.partnerId(rows, "partner_id").equals(id));
        into.add(new Partner(
                id,
                slug,
                name,
                realm,
                exchanges,
                discounts,
                defaultDiscount,
                lifetime,
                returnUrl,
                refreshUrl,
                rate,
                tokenLifetime));
        return more;
    }

    private static @Nullable Integer cap(ResultSet row) throws SQLException {
        int cap = row.getInt("discount_cap");
        return row.wasNull() ? null : cap;
    }

    private static Set<ExchangeName> exchanges(String stored) {
        return Arrays.stream(stored.split(",", -1)).map(ExchangeName::new).collect(Collectors.toSet());
    }

    /** How exchanges are stored. */
    static String stored(Set<ExchangeName> exchanges) {
        return exchanges.stream().map(ExchangeName::value).sorted().collect(Collectors.joining(","));
    }
}
