package dev.gangway.adapters.http.partnerapi;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A place in a partner's list of users as an address carries it. It opens nothing: the place is one of that partner's own
 * users, or it is none.
 */
final class UserCursor {
    private static final String FIELD = "cursor";
    private static final String VERSION = "users/1 ";
    private static final int MAX_LENGTH = 100;

    private UserCursor() {}

    static String of(UserId last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((VERSION + last.value()).getBytes(StandardCharsets.UTF_8));
    }

    /** The place; a refusal if it is none of ours, in our spelling. */
    static UserId read(String cursor) {
        if (cursor.length() > MAX_LENGTH) {
            throw foreign();
        }
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (place.startsWith(VERSION)) {
                UserId user = new UserId(place.substring(VERSION.length()));
                if (of(user).equals(cursor)) {
                    return user;
                }
            }
        } catch (IllegalArgumentException | InvalidValue foreign) {
            throw foreign();
        }
        throw foreign();
    }

    static InvalidValue foreign() {
        return new InvalidValue(
                FIELD, FieldError.INVALID_FORMAT, "must be the next_cursor of an answer to you: begin without one");
    }
}
