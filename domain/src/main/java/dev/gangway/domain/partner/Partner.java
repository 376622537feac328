package dev.gangway.domain.partner;

import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.user.Realm;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A company that hands users over.
 *
 * @param id its identity
 * @param slug its immutable name in addresses and logs
 * @param name what people call it, at most 100 characters, unique among partners
 * @param realm the space in which its users' e-mail addresses name one person
 * @param exchanges the exchanges it may send, at least one
 * @param discounts its discounts, no code twice
 * @param defaultDiscount the code tried when a call names none, one of {@code discounts}; null for none
 * @param linkLifetime how long its redirect links live
 * @param returnUrl where a dead link's page leads back to, null if it has none
 * @param refreshUrl where a user gets a fresh link, null if it has none; preferred to {@code returnUrl}
 * @param rate how many calls a minute each of its credentials may make
 * @param tokenLifetime how long the tokens that it signs itself may live
 */
public record Partner(
        PartnerId id,
        PartnerSlug slug,
        String name,
        Realm realm,
        Set<ExchangeName> exchanges,
        List<Discount> discounts,
        @Nullable DiscountCode defaultDiscount,
        LinkLifetime linkLifetime,
        @Nullable WebAddress returnUrl,
        @Nullable WebAddress refreshUrl,
        CallRate rate,
        TokenLifetime tokenLifetime) {
    /** A partner whose own tokens live as long as everybody's. */
    public Partner(
            PartnerId id,
            PartnerSlug slug,
            String name,
            Realm realm,
            Set<ExchangeName> exchanges,
            List<Discount> discounts,
            @Nullable DiscountCode defaultDiscount,
            LinkLifetime linkLifetime,
            @Nullable WebAddress returnUrl,
            @Nullable WebAddress refreshUrl,
            CallRate rate) {
        this(
                id,
                slug,
                name,
                realm,
                exchanges,
                discounts,
                defaultDiscount,
                linkLifetime,
                returnUrl,
                refreshUrl,
                rate,
                TokenLifetime.DEFAULT);
    }

    /** Checks and copies. */
    public Partner {
        Text.required("name", name, 100);
        exchanges = Set.copyOf(exchanges);
        // in one order, so that a file which lists them in another is the same partner
        discounts = discounts.stream()
                .sorted(Comparator.comparing(discount -> discount.code().canonical()))
                .toList();
        if (exchanges.isEmpty()) {
            throw new InvalidValue("exchanges", FieldError.REQUIRED, "must name at least one exchange");
        }
        Set<DiscountCode> codes = new HashSet<>();
        for (Discount discount : discounts) {
            if (!codes.add(discount.code())) {
                throw new InvalidValue("discounts", FieldError.NOT_ALLOWED, "must not hold a code twice");
            }
        }
        if (defaultDiscount != null && !codes.contains(defaultDiscount)) {
            throw new InvalidValue("discounts", FieldError.NOT_ALLOWED, "the default must be one of the codes");
        }
    }

    /** The {@code partner_source} of the API. */
    public String partnerSource() {
        return slug.partnerSource();
    }

    /** The discount with this code, or null if the partner has none such. */
    public @Nullable Discount discount(DiscountCode code) {
        for (Discount discount : discounts) {
            if (discount.code().equals(code)) {
                return discount;
            }
        }
        return null;
    }

    /** Where a user of this partner gets a fresh link: its refresh address, else its return address, else null. */
    public @Nullable WebAddress wayForward() {
        return refreshUrl == null ? returnUrl : refreshUrl;
    }
}
