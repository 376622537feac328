package dev.gangway.adapters.http.partnerapi;

import dev.gangway.adapters.http.route.Parameters;
import dev.gangway.adapters.http.wire.Fields;
import dev.gangway.application.user.ListPartnerUsers;
import dev.gangway.application.user.UserReference;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.user.UserId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The query of {@code GET /api/v1/partner/users}: one user by what the partner knows it by, or a page of all. */
final class UsersQuery {
    private static final String EMAIL = "email";
    private static final String PARTNER_USER_ID = "partner_user_id";
    private static final String LIMIT = "limit";
    private static final String CURSOR = "cursor";
    private static final int USUAL_LIMIT = 50;

    private UsersQuery() {}

    /** What a query asks for. */
    sealed interface Reading {
        /** This one user. */
        record One(UserReference user) implements Reading {}

        /** The page behind {@code after}, the first one if that is null. */
        record Page(@Nullable UserId after, int limit) implements Reading {}

        /** It is not as it must be; everything that is wrong. */
        record Invalid(List<InvalidValue> errors) implements Reading {
            /** Copies. */
            public Invalid {
                errors = List.copyOf(errors);
            }
        }
    }

    static Reading read(Fields query, Partner partner) {
        List<InvalidValue> errors = Parameters.others(query, EMAIL, PARTNER_USER_ID, LIMIT, CURSOR);
        Reading reading;
        if (query.names().contains(EMAIL)) {
            alone(query, EMAIL, errors);
            EmailAddress email = single(query, EMAIL, errors, text -> EmailAddress.of(EMAIL, text));
            reading = email == null ? null : new Reading.One(new UserReference.ByEmail(partner.realm(), email));
        } else if (query.names().contains(PARTNER_USER_ID)) {
            alone(query, PARTNER_USER_ID, errors);
            PartnerUserId own = single(query, PARTNER_USER_ID, errors, UsersQuery::given);
            reading = own == null ? null : new Reading.One(new UserReference.ByPartnerUserId(own));
        } else {
            Integer limit = single(query, LIMIT, errors, UsersQuery::limit);
            UserId after = single(query, CURSOR, errors, UserCursor::read);
            reading = new Reading.Page(after, limit == null ? USUAL_LIMIT : limit);
        }
        return errors.isEmpty() && reading != null ? reading : new Reading.Invalid(errors);
    }

    /** Who asks for one user asks for no page, nor for another user. */
    private static void alone(Fields query, String name, List<InvalidValue> errors) {
        for (String other : List.of(PARTNER_USER_ID, LIMIT, CURSOR)) {
            if (!other.equals(name) && query.names().contains(other)) {
                errors.add(new InvalidValue(other, FieldError.NOT_ALLOWED, "cannot stand beside " + name));
            }
        }
    }

    /** The value of a parameter that is there once, null otherwise; what {@code form} throws is an error of the query. */
    private static <T> @Nullable T single(
            Fields query, String name, List<InvalidValue> errors, Function<String, T> form) {
        List<String> values = query.values(name);
        if (values.size() != 1) {
            return null;
        }
        try {
            return form.apply(values.get(0));
        } catch (InvalidValue invalid) {
            errors.add(invalid);
            return null;
        }
    }

    private static PartnerUserId given(String text) {
        PartnerUserId id = PartnerUserId.optional(text);
        if (id == null) {
            throw new InvalidValue(PARTNER_USER_ID, FieldError.REQUIRED, "must not be empty");
        }
        return id;
    }

    private static int limit(String text) {
        boolean number = !text.isEmpty() && text.length() <= 3 && Ascii.consistsOf(text, 0, c -> c >= '0' && c <= '9');
        int limit = number ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > ListPartnerUsers.MOST) {
            throw new InvalidValue(LIMIT, FieldError.INVALID_FORMAT, "must be 1 to " + ListPartnerUsers.MOST);
        }
        return limit;
    }
}
