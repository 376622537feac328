package dev.gangway.application.auth;

import dev.gangway.application.auth.scheme.AuthenticationScheme;
import dev.gangway.domain.shared.ErrorCode;
import java.util.List;

/** Tells who calls. Nothing matched, or more than one scheme did: refused. */
public final class AuthenticatePartner {
    /** Credentials that stand twice are refused, whichever of the two would be right (contract). */
    private static final List<String> ONCE = List.of("authorization", "x-api-key", "x-timestamp", "x-signature");

    /** What a signed request carries (seed 004): beside an Authorization it is a second scheme. */
    private static final List<String> SIGNED = List.of("x-api-key", "x-timestamp", "x-signature");

    private final List<AuthenticationScheme> schemes;

    /** Tries {@code schemes}. */
    public AuthenticatePartner(List<AuthenticationScheme> schemes) {
        this.schemes = List.copyOf(schemes);
    }

    /** A call that wants to be let in. */
    public record Command(ApiCall call) {}

    /** Whether it is. */
    public sealed interface Outcome {
        /** It is. */
        record Authenticated(Principal principal) implements Outcome {}

        /**
         * It is not.
         *
         * @param code what the caller is told
         * @param reason what our log is told
         */
        record Refused(ErrorCode code, String reason) implements Outcome {}
    }

    /** Judges the call. */
    public Outcome execute(Command command) {
        ApiCall call = command.call();
        for (String header : ONCE) {
            if (call.header(header).size() > 1) {
                return new Outcome.Refused(ErrorCode.UNAUTHORIZED, "repeated " + header);
            }
        }
        boolean signed = SIGNED.stream().anyMatch(header -> !call.header(header).isEmpty());
        if (signed && !call.header("authorization").isEmpty()) {
            return new Outcome.Refused(ErrorCode.UNAUTHORIZED, "two schemes at once");
        }
        List<AuthenticationScheme> recognised =
                schemes.stream().filter(scheme -> scheme.recognises(call)).toList();
        if (recognised.size() != 1) {
            return new Outcome.Refused(
                    ErrorCode.UNAUTHORIZED, recognised.isEmpty() ? "no credential" : "two schemes at once");
        }
        return switch (recognised.get(0).authenticate(call)) {
            case AuthenticationScheme.Verdict.Accepted accepted -> new Outcome.Authenticated(accepted.principal());
            case AuthenticationScheme.Verdict.Refused refused -> new Outcome.Refused(refused.code(), refused.reason());
        };
    }
}
