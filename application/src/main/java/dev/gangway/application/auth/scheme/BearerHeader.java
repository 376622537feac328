package dev.gangway.application.auth.scheme;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.domain.shared.Ascii;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Authorization: Bearer <token>} (RFC 6750, 2.1), which two schemes share: what the token looks like tells whose it is. */
final class BearerHeader {
    private static final int MAX_TOKEN = 8192;

    private BearerHeader() {}

    static boolean isPresent(ApiCall call) {
        return !call.header("authorization").isEmpty();
    }

    /** The token, or null if there is not one header in that form. */
    static @Nullable String token(ApiCall call) {
        List<String> values = call.header("authorization");
        if (values.size() != 1) {
            return null;
        }
        String header = values.get(0);
        if (header.length() < 8 || !Ascii.lower(header.substring(0, 7)).equals("bearer ")) {
            return null;
        }
        String token = header.substring(7);
        return token.length() <= MAX_TOKEN && Ascii.consistsOf(token, 0, BearerHeader::isTokenCharacter) ? token : null;
    }

    /** Whether a token is in three parts, as a signed web token is and no random one. */
    static boolean isWebToken(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        return first >= 0 && second >= 0 && token.indexOf('.', second + 1) < 0;
    }

    private static boolean isTokenCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~+/=".indexOf(c) >= 0;
    }
}
