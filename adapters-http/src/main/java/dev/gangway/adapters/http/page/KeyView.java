package dev.gangway.adapters.http.page;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The page that takes a new key for a source. It never shows a key, not even the one that was just typed.
 *
 * @param action where the form posts to
 * @param formToken the token that the form must send back
 * @param exchange the exchange's name
 * @param guide how a read-only key is made there
 * @param state why another key is needed, null if none is
 * @param passphrase whether the exchange's keys come with one
 * @param errors what is wrong with what was typed, by field; empty before anything was
 */
public record KeyView(
        String action,
        String formToken,
        String exchange,
        KeyGuide guide,
        SourceRow.@Nullable State state,
        boolean passphrase,
        Map<String, String> errors) {
    /** Copies. */
    public KeyView {
        errors = Map.copyOf(errors);
    }

    /** What is wrong with a field, null if nothing is. */
    public @Nullable String error(String field) {
        return errors.get(field);
    }
}
