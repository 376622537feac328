package dev.gangway.adapters.http.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the forms of our pages post. */
public final class FormBody {
    /** The hidden field of every form. */
    public static final String FORM_TOKEN = "form_token";

    private static final int MAX = 64 * 1024;

    private FormBody() {}

    /** The form's token; null unless the body is a form that holds it exactly once. */
    public static @Nullable String formToken(Call call, Duration patience) {
        Fields fields = fields(call, patience);
        return fields == null ? null : fields.once(FORM_TOKEN);
    }

    /** The form's fields, its token among them; null unless the body is a form as browsers send them. It can be read once. */
    public static @Nullable Fields fields(Call call, Duration patience) {
        if (!MediaType.isForm(call.headers("Content-Type"))) {
            return null;
        }
        return call.body().read(MAX, patience) instanceof Body.Read.Complete complete
                ? Fields.strictly(new String(complete.bytes(), StandardCharsets.ISO_8859_1))
                : null;
    }
}
