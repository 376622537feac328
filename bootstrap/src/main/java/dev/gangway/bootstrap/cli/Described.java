package dev.gangway.bootstrap.cli;

import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.AddressRange;
import dev.gangway.domain.source.ExchangeName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Partners and credentials as the command line prints them. */
final class Described {
    private Described() {}

    static Map<String, @Nullable Object> partner(Partner partner) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("id", partner.id().toString());
        data.put("slug", partner.slug().value());
        data.put("partner_source", partner.partnerSource());
        data.put("name", partner.name());
        data.put("realm", partner.realm().value());
        data.put("exchanges", exchanges(partner));
        data.put(
                "discounts",
                partner.discounts().stream()
                        .map(discount -> discount(partner, discount))
                        .toList());
        data.put("link_lifetime_seconds", partner.linkLifetime().value().toSeconds());
        data.put("return_url", address(partner.returnUrl()));
        data.put("refresh_url", address(partner.refreshUrl()));
        data.put("rate", rate(partner.rate()));
        data.put("token_lifetime_seconds", partner.tokenLifetime().value().toSeconds());
        return data;
    }

    static List<String> exchanges(Partner partner) {
        return partner.exchanges().stream().map(ExchangeName::value).sorted().toList();
    }

    private static Map<String, @Nullable Object> discount(Partner partner, Discount discount) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("code", discount.code().value());
        data.put("default", discount.code().equals(partner.defaultDiscount()));
        data.put("cap", discount.cap());
        data.put("expires_at", time(discount.expiresAt()));
        return data;
    }

    static Map<String, @Nullable Object> credential(
            Partner partner, PartnerCredential credential, @Nullable Instant lastUsedAt, Instant now) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("credential_id", credential.id().value());
        data.put("type", credential.type().apiName());
        data.put("label", credential.label());
        data.put("scopes", scopes(credential));
        data.put("allow_ip", addresses(credential));
        data.put("rate", rate(credential.rate(partner.rate())));
        data.put("status", status(credential, now));
        data.put("created_at", time(credential.createdAt()));
        data.put("expires_at", time(credential.expiresAt()));
        data.put("revoked_at", time(credential.revokedAt()));
        data.put("last_used_at", time(lastUsedAt));
        return data;
    }

    static List<String> addresses(PartnerCredential credential) {
        return credential.limits().addresses().stream()
                .map(AddressRange::toString)
                .toList();
    }

    /** Calls a minute: a number, or "unlimited". */
    static Object rate(CallRate rate) {
        return rate.isUnlimited() ? rate.toString() : rate.perMinute();
    }

    static List<String> scopes(PartnerCredential credential) {
        return credential.scopes().stream().map(Scope::apiName).sorted().toList();
    }

    static String status(PartnerCredential credential, Instant now) {
        if (credential.revokedAt() != null) {
            return "revoked";
        }
        return credential.isActive(now) ? "active" : "expired";
    }

    static @Nullable String time(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static @Nullable String address(@Nullable WebAddress address) {
        return address == null ? null : address.value();
    }

    /** Lines in columns as wide as their widest entry. */
    static List<String> table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream()
                .map(row -> {
                    StringBuilder line = new StringBuilder();
                    for (int i = 0; i < columns; i++) {
                        line.append(row.get(i))
                                .append(" ".repeat(widths[i] - row.get(i).length() + 2));
                    }
                    return line.toString().stripTrailing();
                })
                .toList();
    }
}
