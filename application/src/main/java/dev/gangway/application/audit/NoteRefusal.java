package dev.gangway.application.audit;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.Explanation;
import dev.gangway.application.auth.scheme.AuthenticationScheme.Verdict;
import dev.gangway.application.shared.ApplicationTime;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes a call that did not prove who makes it, for the audit log, and says what the caller may be told of it: outside
 * production what the server computed, in production nothing. Takes no statement and waits for nobody.
 */
public final class NoteRefusal {
    /** The header in which a caller may send the string that it signed, in Base64. */
    public static final String DEBUG_HEADER = "X-Debug-Canonical";

    private final RefusalBook book;
    private final boolean tells;
    private final Clock clock;

    /**
     * Notes in {@code book}.
     *
     * @param tells whether callers are told what was computed: never in production
     */
    public NoteRefusal(RefusalBook book, boolean tells, Clock clock) {
        this.book = book;
        this.tells = tells;
        this.clock = clock;
    }

    /**
     * A call and why it was refused.
     *
     * @param route its method and its path template
     * @param requestId its id
     * @param scheme the scheme that refused it, null if none was found
     * @param refusal why
     */
    public record Command(
            ApiCall call,
            String route,
            String requestId,
            @Nullable String scheme,
            Verdict.Refused refusal) {}

    /** What may be said. */
    public sealed interface Outcome {
        /** Noted, and the caller may know this. */
        record Told(ExplainedRefusal explained) implements Outcome {}

        /** Noted. */
        record Noted() implements Outcome {}
    }

    /** Notes it. */
    public Outcome execute(Command command) {
        Verdict.Refused refusal = command.refusal();
        RefusedCall call = new RefusedCall(
                refusal.reason(),
                command.scheme(),
                refusal.credential(),
                command.route(),
                command.requestId(),
                command.call().address(),
                ApplicationTime.now(clock));
        book.count(call);
        boolean kept = book.hasRoomFor(call);
        Explanation explanation = refusal.explanation();
        boolean told = tells && explanation != null;
        if (!kept && !told) {
            return new Outcome.Noted();
        }
        if (explanation == null) {
            explanation = new Explanation(
                    call.scheme() == null ? "none" : call.scheme(), call.reason(), null, null, null, List.of());
        }
        ExplainedRefusal explained =
                new ExplainedRefusal(call, explanation, comparison(command.call(), explanation.canonical()));
        if (kept) {
            book.explain(explained.toKeep());
        }
        return told ? new Outcome.Told(explained) : new Outcome.Noted();
    }

    private static @Nullable Comparison comparison(ApiCall call, @Nullable String canonical) {
        List<String> sent = call.header(DEBUG_HEADER);
        return canonical == null || sent.size() != 1 ? null : Comparison.of(canonical, sent.get(0));
    }
}
