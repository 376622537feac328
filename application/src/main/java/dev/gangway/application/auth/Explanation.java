package dev.gangway.application.auth;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server computed of a call that it refused, for whoever has to find out why. Holds no key material, no token and
 * no signature, expected or sent: whoever reads it learns nothing that would make the next call pass.
 *
 * @param scheme the scheme that refused
 * @param reason why, in a sentence
 * @param canonical the string that the call's signature should be of, null where the scheme signs none
 * @param bodySha256 the SHA-256 of the body as it arrived, lower-case hex; null where it is not part of what is signed
 * @param clockDifferenceSeconds the caller's time less ours, negative if theirs is behind; null if the call names none
 * @param expected the forms that the scheme expects, one sentence each
 */
public record Explanation(
        String scheme,
        String reason,
        @Nullable String canonical,
        @Nullable String bodySha256,
        @Nullable Long clockDifferenceSeconds,
        List<String> expected) {
    /** Copies. */
    public Explanation {
        expected = List.copyOf(expected);
    }

    /** Tells nothing of the call. */
    @Override
    public String toString() {
        return "Explanation[" + scheme + "]";
    }
}
