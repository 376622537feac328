package dev.gangway.domain.source;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A key as a person has typed or pasted it, unchecked. Blanks around a value are an accident of copying and are dropped;
 * browsers send the line breaks of a PEM key as CR LF, which become LF again.
 *
 * @param apiKey null if it was not sent
 * @param apiSecret null if it was not sent
 * @param apiPassphrase null if it was not sent
 */
public record KeyDraft(
        @Nullable String apiKey,
        @Nullable String apiSecret,
        @Nullable String apiPassphrase) {
    /** Whatever cannot be decoded stands as this character. */
    private static final char UNDECODABLE = '\uFFFD';

    /** What a draft comes to. */
    public sealed interface Checked {
        /** A key that can be sealed. */
        record Good(ApiCredentials credentials) implements Checked {}

        /** Everything that is wrong with it. */
        record Bad(List<InvalidValue> errors) implements Checked {
            /** Copies. */
            public Bad {
                errors = List.copyOf(errors);
            }
        }
    }

    /** Checks it by the same limits as a partner's call. */
    public Checked checked(boolean needsPassphrase) {
        List<InvalidValue> errors = new ArrayList<>();
        Secret key = attempt(errors, () -> Secret.required("api_key", typed("api_key", apiKey), false));
        Secret secret = attempt(errors, () -> Secret.required("api_secret", typed("api_secret", apiSecret), true));
        Secret passphrase = attempt(errors, () -> passphrase(needsPassphrase));
        return errors.isEmpty() && key != null && secret != null
                ? new Checked.Good(new ApiCredentials(key, secret, passphrase))
                : new Checked.Bad(errors);
    }

    private @Nullable Secret passphrase(boolean needed) {
        Secret passphrase = Secret.optional("api_passphrase", typed("api_passphrase", apiPassphrase));
        if (needed && passphrase == null) {
            throw new InvalidValue("api_passphrase", FieldError.REQUIRED, "is required");
        }
        return passphrase;
    }

    private static @Nullable String typed(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (value.indexOf(UNDECODABLE) >= 0) {
            throw new InvalidValue(field, FieldError.INVALID_CHARACTER, "holds a character that cannot be read");
        }
        return value.strip().replace("\r\n", "\n");
    }

    private static @Nullable Secret attempt(List<InvalidValue> errors, Supplier<@Nullable Secret> value) {
        try {
            return value.get();
        } catch (InvalidValue invalid) {
            errors.add(invalid);
            return null;
        }
    }

    /** Tells nothing of the key. */
    @Override
    public String toString() {
        return "KeyDraft[secret]";
    }
}
