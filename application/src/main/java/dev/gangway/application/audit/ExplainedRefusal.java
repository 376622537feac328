package dev.gangway.application.audit;

import dev.gangway.application.auth.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * A refused call, and what was computed of it.
 *
 * @param call the call
 * @param explanation what was computed
 * @param comparison how that compares with what the caller has computed, null if the caller did not say
 */
public record ExplainedRefusal(
        RefusedCall call, Explanation explanation, @Nullable Comparison comparison) {
    private static final int MAX_CANONICAL = 4_096;
    private static final int MAX_SENTENCE = 400;

    /** The same as it may be kept: bounded, printable, and without what looks like a secret in the wrong place. */
    public ExplainedRefusal toKeep() {
        String canonical = explanation.canonical();
        return new ExplainedRefusal(
                call,
                new Explanation(
                        explanation.scheme(),
                        Printable.of(explanation.reason(), MAX_SENTENCE),
                        canonical == null ? null : Printable.of(Printable.masked(canonical), MAX_CANONICAL),
                        explanation.bodySha256(),
                        explanation.clockDifferenceSeconds(),
                        explanation.expected().stream()
                                .map(sentence ->
                                        Printable.of(sentence, MAX_SENTENCE).replace('\n', ' '))
                                .toList()),
                comparison);
    }
}
