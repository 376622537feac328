package dev.gangway.adapters.http.route;

import dev.gangway.adapters.http.wire.Call;
import dev.gangway.domain.shared.InvalidValue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The ids in a path {@code /api/v1/partner/<collection>/<id>/…}. What is no id is what nobody has. */
public final class Segments {
    private static final int FIRST = 5;

    private Segments() {}

    /** The id behind {@code /api/v1/partner/<collection>}, null where there is none of that form. */
    public static <I> @Nullable I first(Call call, Function<String, I> form) {
        return id(call, FIRST, form);
    }

    /** The id behind the collection within that one, null where there is none of that form. */
    public static <I> @Nullable I second(Call call, Function<String, I> form) {
        return id(call, FIRST + 2, form);
    }

    /** The template with the ids that the call's path has: one text for one address, however the rest of it is spelled. */
    static String filledIn(String template, Call call) {
        String[] wanted = template.split("/", -1);
        String[] given = call.path().split("/", -1);
        for (int i = 0; i < wanted.length && i < given.length; i++) {
            if (wanted[i].startsWith("{")) {
                wanted[i] = given[i];
            }
        }
        return String.join("/", wanted);
    }

    private static <I> @Nullable I id(Call call, int index, Function<String, I> form) {
        String[] segments = call.path().split("/", -1);
        if (segments.length <= index) {
            return null;
        }
        try {
            return form.apply(segments[index]);
        } catch (InvalidValue none) {
            return null;
        }
    }
}
