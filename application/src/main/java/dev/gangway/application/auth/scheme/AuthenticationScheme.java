package dev.gangway.application.auth.scheme;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.Explanation;
import dev.gangway.application.auth.Principal;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.ErrorCode;
import org.jspecify.annotations.Nullable;

/** One way for a partner to prove itself. Adding one is described in docs/extending/authentication-scheme.md. */
public interface AuthenticationScheme {
    /** Its name in logs, in the audit log and in {@code whoami}, such as {@code SignedRequest}. */
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
         * @param reason what our logs are told, the same few words for every call that is refused alike; never holds a
         *     credential
         * @param credential the id of the credential that the call named, byte for byte as it was sent; null if it named
         *     none
         * @param partner whose credential that is, null if it is nobody's
         * @param explanation what was computed, told to the caller outside production only; null if there is nothing to
         *     tell
         */
        record Refused(
                ErrorCode code,
                String reason,
                @Nullable String credential,
                @Nullable PartnerId partner,
                @Nullable Explanation explanation)
                implements Verdict {
            /** A refusal of a call that named no credential, with nothing to explain. */
            public Refused(ErrorCode code, String reason) {
                this(code, reason, null, null, null);
            }
        }
    }
}
