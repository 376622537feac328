package dev.gangway.domain.registration;

import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.shared.Text;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialRules;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.user.Jurisdiction;
import dev.gangway.domain.user.PersonName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a partner sent, unchecked: texts as they came, null where absent. {@link #check} turns it into a
 * {@link RegistrationRequest} or the list of everything that is wrong with it. Fields, limits and defaults are those of
 * seed 000 and the contract's table.
 */
public record RegistrationDraft(
        @Nullable String email,
        @Nullable String name,
        @Nullable String surname,
        @Nullable String partnerSource,
        @Nullable String discountCode,
        @Nullable String jurisdiction,
        @Nullable String partnerUserId,
        @Nullable List<Credentials> apiCredentials) {
    /** The most items of {@code api_credentials}. */
    public static final int MAX_CREDENTIALS = 15;

    /** One item of {@code api_credentials}, unchecked. */
    public record Credentials(
            @Nullable String exchangeName,
            @Nullable String apiKey,
            @Nullable String apiSecret,
            @Nullable String apiPassphrase) {
        @Override
        public String toString() {
            return "Credentials[secret]";
        }
    }

    /** What the check found. */
    public sealed interface Checked {
        /** Every value is what it should be. */
        record Valid(RegistrationRequest request) implements Checked {}

        /** Everything that is wrong, at least one. */
        record Invalid(List<InvalidValue> errors) implements Checked {}
    }

    /** Checks every field, for {@code partner}'s exchanges and what those ask of a key. */
    public Checked check(Partner partner, CredentialRules rules) {
        List<InvalidValue> errors = new ArrayList<>();
        EmailAddress checkedEmail = collect(errors, () -> EmailAddress.of("email", email));
        PersonName checkedName = collect(errors, () -> PersonName.optional("name", name));
        PersonName checkedSurname = collect(errors, () -> PersonName.optional("surname", surname));
        String checkedSource = collect(errors, () -> Text.required("partner_source", partnerSource, Integer.MAX_VALUE));
        DiscountCode checkedDiscount = collect(errors, () -> DiscountCode.optional(discountCode));
        Jurisdiction checkedJurisdiction = collect(errors, () -> Jurisdiction.required(jurisdiction));
        PartnerUserId checkedPartnerUserId = collect(errors, () -> PartnerUserId.optional(partnerUserId));
        List<RegistrationRequest.Submitted> submitted = checkCredentials(errors, partner, rules);
        if (!errors.isEmpty() || checkedEmail == null || checkedSource == null || checkedJurisdiction == null) {
            return new Checked.Invalid(List.copyOf(errors));
        }
        return new Checked.Valid(new RegistrationRequest(
                checkedEmail,
                checkedName,
                checkedSurname,
                checkedSource,
                checkedDiscount,
                checkedJurisdiction,
                checkedPartnerUserId,
                submitted));
    }

    private List<RegistrationRequest.Submitted> checkCredentials(
            List<InvalidValue> errors, Partner partner, CredentialRules rules) {
        if (apiCredentials == null || apiCredentials.isEmpty()) {
            errors.add(new InvalidValue("api_credentials", FieldError.REQUIRED, "must hold 1 to 15 items"));
            return List.of();
        }
        if (apiCredentials.size() > MAX_CREDENTIALS) {
            errors.add(new InvalidValue("api_credentials", FieldError.TOO_LONG, "must hold 1 to 15 items"));
        }
        List<RegistrationRequest.Submitted> submitted = new ArrayList<>();
        for (int i = 0; i < Math.min(apiCredentials.size(), MAX_CREDENTIALS); i++) {
            Credentials item = apiCredentials.get(i);
            String path = "api_credentials[" + i + "].";
            ExchangeName exchange =
                    collect(errors, () -> allowed(path + "exchange_name", item.exchangeName(), partner));
            Secret key = collect(errors, () -> Secret.required(path + "api_key", item.apiKey(), false));
            Secret secret = collect(errors, () -> Secret.required(path + "api_secret", item.apiSecret(), true));
            Secret passphrase =
                    collect(errors, () -> passphrase(path + "api_passphrase", item.apiPassphrase(), exchange, rules));
            if (exchange != null && key != null && secret != null) {
                submitted.add(new RegistrationRequest.Submitted(exchange, new ApiCredentials(key, secret, passphrase)));
            }
        }
        return submitted;
    }

    private static @Nullable Secret passphrase(
            String field, @Nullable String value, @Nullable ExchangeName exchange, CredentialRules rules) {
        Secret passphrase = Secret.optional(field, value);
        if (passphrase == null && exchange != null && rules.needsPassphrase(exchange)) {
            throw new InvalidValue(field, FieldError.REQUIRED, "is required by " + exchange);
        }
        return passphrase;
    }

    private static ExchangeName allowed(String field, @Nullable String value, Partner partner) {
        ExchangeName exchange = ExchangeName.required(field, value);
        if (!partner.exchanges().contains(exchange)) {
            throw new InvalidValue(
                    field,
                    FieldError.NOT_ALLOWED,
                    "must be one of your exchanges: "
                            + String.join(
                                    ", ",
                                    partner.exchanges().stream()
                                            .map(ExchangeName::value)
                                            .sorted()
                                            .toList()));
        }
        return exchange;
    }

    private static <T extends @Nullable Object> @Nullable T collect(List<InvalidValue> errors, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValue invalid) {
            errors.add(invalid);
            return null;
        }
    }

    /** Tells nothing: the draft holds credentials. */
    @Override
    public String toString() {
        return "RegistrationDraft[secret]";
    }
}
