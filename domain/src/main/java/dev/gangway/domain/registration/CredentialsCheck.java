package dev.gangway.domain.registration;

import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialRules;
import dev.gangway.domain.source.ExchangeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks {@code api_credentials}, wherever they are sent. */
final class CredentialsCheck {
    private CredentialsCheck() {}

    /** What was sent, as far as it can be made out; what is wrong with it goes into {@code errors}. */
    static List<RegistrationRequest.Submitted> of(
            @Nullable List<RegistrationDraft.Credentials> apiCredentials,
            Partner partner,
            CredentialRules rules,
            List<InvalidValue> errors) {
        if (apiCredentials == null || apiCredentials.isEmpty()) {
            errors.add(new InvalidValue("api_credentials", FieldError.REQUIRED, "must hold 1 to 15 items"));
            return List.of();
        }
        if (apiCredentials.size() > RegistrationDraft.MAX_CREDENTIALS) {
            errors.add(new InvalidValue("api_credentials", FieldError.TOO_LONG, "must hold 1 to 15 items"));
        }
        List<RegistrationRequest.Submitted> submitted = new ArrayList<>();
        for (int i = 0; i < Math.min(apiCredentials.size(), RegistrationDraft.MAX_CREDENTIALS); i++) {
            RegistrationDraft.Credentials item = apiCredentials.get(i);
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

    /** The value, or null where it is not valid, which goes into {@code errors}. */
    static <T extends @Nullable Object> @Nullable T collect(List<InvalidValue> errors, Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidValue invalid) {
            errors.add(invalid);
            return null;
        }
    }
}
