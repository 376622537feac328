package dev.gangway.application.auth.scheme;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.Principal;
import dev.gangway.domain.shared.ErrorCode;

/** One way for a partner to prove itself. Adding one is described in docs/extending/authentication-scheme.md. */
public interface AuthenticationScheme {
    /** Its name in logs and in {@code WWW-Authenticate}, such as {@code Bearer}. */
    String name();

    /** Whether the call carries what this scheme reads, well formed or not. */
    boolean recognises(ApiCall call);

    /** Judges a call that it recognises. */
    Verdict authenticate(ApiCall call);

    /** What a scheme says of a call. */
    sealed interface Verdict {
        /** The caller is who it says. */
        record Accepted(Principal principal) implements Verdict {}

        /**
         * It is not.
         *
         * @param code what the caller is told; the same for unknown, expired and revoked
         * @param reason what our log is told; never part of an answer, never holds a credential
         */
        record Refused(ErrorCode code, String reason) implements Verdict {}
    }
}
