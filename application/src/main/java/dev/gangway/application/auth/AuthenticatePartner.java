package dev.gangway.application.auth;

import dev.gangway.application.auth.scheme.AuthenticationScheme;
import dev.gangway.application.auth.scheme.AuthenticationScheme.Verdict;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.shared.ErrorCode;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells who calls. Nothing matched, or more than one scheme did: refused. */
public final class AuthenticatePartner {
    /** Credentials that stand twice are refused, whichever of the two would be right (contract). */
    private static final List<String> ONCE = List.of("authorization", "x-api-key", "x-timestamp", "x-signature");

    /** What a signed request carries (seed 004): beside an Authorization it is a second scheme. */
    private static final List<String> SIGNED = List.of("x-api-key", "x-timestamp", "x-signature");

    private final List<AuthenticationScheme> schemes;
    private final Consumer<CredentialId> uses;

    /** Tries {@code schemes}, and tells nobody when credentials are used. */
    public AuthenticatePartner(List<AuthenticationScheme> schemes) {
        this(schemes, use -> {});
    }

    /**
     * Tries {@code schemes}.
     *
     * @param uses told of every credential that proved its holder; must not keep the call waiting
     */
    public AuthenticatePartner(List<AuthenticationScheme> schemes, Consumer<CredentialId> uses) {
        this.schemes = List.copyOf(schemes);
        this.uses = uses;
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
         * @param scheme the scheme that refused, null if none was found
         * @param refusal why
         */
        record Refused(ErrorCode code, @Nullable String scheme, Verdict.Refused refusal) implements Outcome {
            private Refused(String reason) {
                this(ErrorCode.UNAUTHORIZED, null, new Verdict.Refused(ErrorCode.UNAUTHORIZED, reason));
            }

            /** What our logs are told. */
            public String reason() {
                return refusal.reason();
            }
        }
    }

    /** Judges the call. */
    public Outcome execute(Command command) {
        ApiCall call = command.call();
        for (String header : ONCE) {
            if (call.header(header).size() > 1) {
                return new Outcome.Refused("repeated " + header);
            }
        }
        boolean signed = SIGNED.stream().anyMatch(header -> !call.header(header).isEmpty());
        if (signed && !call.header("authorization").isEmpty()) {
            return new Outcome.Refused("two schemes at once");
        }
        List<AuthenticationScheme> recognised =
                schemes.stream().filter(scheme -> scheme.recognises(call)).toList();
        if (recognised.size() != 1) {
            return new Outcome.Refused(recognised.isEmpty() ? "no credential" : "two schemes at once");
        }
        AuthenticationScheme scheme = recognised.get(0);
        return switch (scheme.authenticate(call)) {
            case Verdict.Accepted accepted -> {
                uses.accept(accepted.principal().credentialId());
                yield new Outcome.Authenticated(accepted.principal());
            }
            case Verdict.Refused refused -> new Outcome.Refused(refused.code(), scheme.name(), refused);
        };
    }
}
