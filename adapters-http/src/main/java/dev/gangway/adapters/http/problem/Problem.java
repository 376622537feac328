package dev.gangway.adapters.http.problem;

import dev.gangway.application.audit.ExplainedRefusal;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.InvalidValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal.
 *
 * @param code why
 * @param status the HTTP status, that of the code unless the server itself found a finer one
 * @param title the code in a few words, the same every time
 * @param detail what to do about this one
 * @param errors the fields that are wrong, none unless the code is {@link ErrorCode#VALIDATION_FAILED}
 * @param explained what was computed of a call that did not prove who makes it; null where nobody is told
 */
public record Problem(
        ErrorCode code,
        int status,
        String title,
        String detail,
        List<InvalidValue> errors,
        @Nullable ExplainedRefusal explained) {
    /** Copies. */
    public Problem {
        errors = List.copyOf(errors);
    }

    /** A refusal that nothing explains. */
    public Problem(ErrorCode code, int status, String title, String detail, List<InvalidValue> errors) {
        this(code, status, title, detail, errors, null);
    }

    /** The refusal with this code, in its usual words. */
    public static Problem of(ErrorCode code) {
        Problems.Placed placed = Problems.place(code);
        return new Problem(code, placed.status(), placed.title(), placed.detail(), List.of());
    }

    /** The refusal with this code, in words of its own. */
    public static Problem of(ErrorCode code, String detail) {
        Problems.Placed placed = Problems.place(code);
        return new Problem(code, placed.status(), placed.title(), detail, List.of());
    }

    /** The refusal that lists the fields that are wrong. */
    public static Problem invalid(List<InvalidValue> errors) {
        Problems.Placed placed = Problems.place(ErrorCode.VALIDATION_FAILED);
        return new Problem(ErrorCode.VALIDATION_FAILED, placed.status(), placed.title(), placed.detail(), errors);
    }

    /** The same refusal under a finer status. */
    public Problem withStatus(int finer) {
        return new Problem(code, finer, title, detail, errors, explained);
    }

    /** The same refusal with what was computed of the call. */
    public Problem explainedBy(ExplainedRefusal refusal) {
        return new Problem(code, status, title, detail, errors, refusal);
    }
}
