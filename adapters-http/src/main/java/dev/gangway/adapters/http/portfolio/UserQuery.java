package dev.gangway.adapters.http.portfolio;

import dev.gangway.adapters.http.route.Parameters;
import dev.gangway.adapters.http.wire.Fields;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import dev.gangway.domain.user.UserId;
import java.util.List;

/** The query {@code user_id=usr_…}: that parameter, once, and no other. */
final class UserQuery {
    private static final String USER_ID = "user_id";

    private UserQuery() {}

    /** What a query says. */
    sealed interface Reading {
        /** This user is meant. */
        record Read(UserId user) implements Reading {}

        /** It is not as it must be; everything that is wrong. */
        record Invalid(List<InvalidValue> errors) implements Reading {}
    }

    static Reading read(Fields query) {
        List<InvalidValue> errors = Parameters.others(query, USER_ID);
        List<String> values = query.values(USER_ID);
        if (values.size() > 1) {
            return new Reading.Invalid(errors);
        }
        if (values.isEmpty() || Text.isBlank(values.get(0))) {
            errors.add(new InvalidValue(USER_ID, FieldError.REQUIRED, "is required"));
            return new Reading.Invalid(errors);
        }
        try {
            UserId user = new UserId(values.get(0));
            return errors.isEmpty() ? new Reading.Read(user) : new Reading.Invalid(errors);
        } catch (InvalidValue invalid) {
            errors.add(invalid);
            return new Reading.Invalid(errors);
        }
    }
}
