package dev.gangway.domain.registration;

import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.CredentialRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The credentials of sources to attach, unchecked: exactly the {@code api_credentials} of a registration. */
public record AttachmentDraft(@Nullable List<RegistrationDraft.Credentials> apiCredentials) {
    /** What the check found. */
    public sealed interface Checked {
        /** Every value is what it should be: 1 to 15 credentials, in the order sent. */
        record Valid(List<RegistrationRequest.Submitted> submitted) implements Checked {
            /** Copies. */
            public Valid {
                submitted = List.copyOf(submitted);
            }
        }

        /** Everything that is wrong, at least one. */
        record Invalid(List<InvalidValue> errors) implements Checked {
            /** Copies. */
            public Invalid {
                errors = List.copyOf(errors);
            }
        }
    }

    /** Checks every field, for {@code partner}'s exchanges and what those ask of a key. */
    public Checked check(Partner partner, CredentialRules rules) {
        List<InvalidValue> errors = new ArrayList<>();
        List<RegistrationRequest.Submitted> submitted = CredentialsCheck.of(apiCredentials, partner, rules, errors);
        return errors.isEmpty() ? new Checked.Valid(submitted) : new Checked.Invalid(errors);
    }

    /** Tells nothing: the draft holds credentials. */
    @Override
    public String toString() {
        return "AttachmentDraft[secret]";
    }
}
