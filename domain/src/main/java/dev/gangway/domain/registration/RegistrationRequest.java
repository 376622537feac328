package dev.gangway.domain.registration;

import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.user.Jurisdiction;
import dev.gangway.domain.user.PersonName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registration whose every value has been checked (seed 000, "Fields").
 *
 * @param email identifies the user
 * @param name null if not told
 * @param surname null if not told
 * @param partnerSource as sent; whether it is the caller's own is decided by the use case
 * @param discountCode null for the partner's default
 * @param jurisdiction the user's tax jurisdiction
 * @param partnerUserId the partner's own id of the user, null if not told
 * @param submitted 1 to 15 credentials, in the order sent
 */
public record RegistrationRequest(
        EmailAddress email,
        @Nullable PersonName name,
        @Nullable PersonName surname,
        String partnerSource,
        @Nullable DiscountCode discountCode,
        Jurisdiction jurisdiction,
        @Nullable PartnerUserId partnerUserId,
        List<Submitted> submitted) {
    /** Copies. */
    public RegistrationRequest {
        submitted = List.copyOf(submitted);
    }

    /** One item of {@code api_credentials}. */
    public record Submitted(ExchangeName exchange, ApiCredentials credentials) {}
}
