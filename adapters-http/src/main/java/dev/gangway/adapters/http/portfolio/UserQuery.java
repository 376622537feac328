package dev.gangway.adapters.http.portfolio;

import dev.gangway.adapters.http.wire.Fields;
import dev.gangway.adapters.http.wire.ForeignName;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import dev.gangway.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;

/** The query {@code user_id=usr_…}: that parameter, once, and no other. */
final class UserQuery {
    private static final String USER_ID = "user_id";

    /** More would make the answer many times the size of the request. */
    private static final int MOST_ERRORS = 100;

    private UserQuery() {}

    /** What a query says. */
    sealed interface Reading {
        /** This user is meant. */
        record Read(UserId user) implements Reading {}

        /** It is not as it must be; everything that is wrong. */
        record Invalid(List<InvalidValue> errors) implements Reading {}
    }

    static Reading read(Fields query) {
        List<InvalidValue> errors = new ArrayList<>();
        for (String name : query.names()) {
            if (!name.equals(USER_ID) && errors.size() < MOST_ERRORS) {
                errors.add(new InvalidValue(
                        ForeignName.shown(name), FieldError.UNKNOWN_FIELD, "is not a parameter of this request"));
            }
        }
        List<String> values = query.values(USER_ID);
        if (values.size() > 1) {
            errors.add(new InvalidValue(USER_ID, FieldError.DUPLICATE_FIELD, "must be there once"));
        } else if (values.isEmpty() || Text.isBlank(values.get(0))) {
            errors.add(new InvalidValue(USER_ID, FieldError.REQUIRED, "is required"));
        } else {
            try {
                UserId user = new UserId(values.get(0));
                return errors.isEmpty() ? new Reading.Read(user) : new Reading.Invalid(errors);
            } catch (InvalidValue invalid) {
                errors.add(invalid);
            }
        }
        return new Reading.Invalid(errors);
    }
}
