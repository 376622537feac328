package dev.gangway.adapters.http.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The one field that the forms of our pages post. */
public final class FormBody {
    /** The hidden field of every form. */
    public static final String FORM_TOKEN = "form_token";

    private static final int MAX = 16 * 1024;

    private FormBody() {}

    /** The form's token; null unless the body is a form that holds it exactly once. */
    public static @Nullable String formToken(Call call, Duration patience) {
        if (!MediaType.isForm(call.headers("Content-Type"))) {
            return null;
        }
        return call.body().read(MAX, patience) instanceof Body.Read.Complete complete ? once(complete.bytes()) : null;
    }

    private static @Nullable String once(byte[] bytes) {
        String found = null;
        for (String pair : new String(bytes, StandardCharsets.ISO_8859_1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals >= 0 && pair.substring(0, equals).equals(FORM_TOKEN)) {
                if (found != null) {
                    return null;
                }
                found = pair.substring(equals + 1);
            }
        }
        return found == null || found.isEmpty() ? null : decoded(found);
    }

    /** Tokens are base64url with dots, which browsers post as they are; a well-meaning client may escape them. */
    private static @Nullable String decoded(String value) {
        try {
            return java.net.URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
