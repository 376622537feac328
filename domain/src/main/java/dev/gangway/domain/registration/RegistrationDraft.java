package dev.gangway.domain.registration;

import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import dev.gangway.domain.source.CredentialRules;
import dev.gangway.domain.user.Jurisdiction;
import dev.gangway.domain.user.PersonName;
import java.util.ArrayList;
import java.util.List;
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
        EmailAddress checkedEmail = CredentialsCheck.collect(errors, () -> EmailAddress.of("email", email));
        PersonName checkedName = CredentialsCheck.collect(errors, () -> PersonName.optional("name", name));
        PersonName checkedSurname = CredentialsCheck.collect(errors, () -> PersonName.optional("surname", surname));
        String checkedSource = CredentialsCheck.collect(
                errors, () -> Text.required("partner_source", partnerSource, Integer.MAX_VALUE));
        DiscountCode checkedDiscount = CredentialsCheck.collect(errors, () -> DiscountCode.optional(discountCode));
        Jurisdiction checkedJurisdiction = CredentialsCheck.collect(errors, () -> Jurisdiction.required(jurisdiction));
        PartnerUserId checkedPartnerUserId =
                CredentialsCheck.collect(errors, () -> PartnerUserId.optional(partnerUserId));
        List<RegistrationRequest.Submitted> submitted = CredentialsCheck.of(apiCredentials, partner, rules, errors);
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

    /** Tells nothing: the draft holds credentials. */
    @Override
    public String toString() {
        return "RegistrationDraft[secret]";
    }
}
