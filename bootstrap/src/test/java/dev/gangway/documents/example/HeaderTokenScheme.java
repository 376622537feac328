package dev.gangway.documents.example;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.auth.scheme.AuthenticationScheme;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.Secret;
import java.time.Clock;
import java.util.List;

/** A token in a header of its own, found by its hash. */
final class HeaderTokenScheme implements AuthenticationScheme {
    private static final String HEADER = "x-partner-token";

    private final CredentialLookup credentials;
    private final RandomTokens tokens;
    private final Clock clock;

    HeaderTokenScheme(CredentialLookup credentials, RandomTokens tokens, Clock clock) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "HeaderToken";
    }

    @Override
    public boolean recognises(ApiCall call) {
        return !call.header(HEADER).isEmpty();
    }

    @Override
    public Verdict authenticate(ApiCall call) {
        List<String> values = call.header(HEADER);
        if (values.size() != 1) {
            return new Verdict.Refused(ErrorCode.UNAUTHORIZED, "repeated " + HEADER);
        }
        CredentialLookup.Found found = credentials.byTokenHash(tokens.hash(Secret.of(values.get(0))));
        if (found == null) {
            return new Verdict.Refused(ErrorCode.INVALID_TOKEN, "unknown token");
        }
        String fault = found.fault(call, clock.instant());
        return fault == null
                ? new Verdict.Accepted(Principal.of(found, name()))
                : new Verdict.Refused(ErrorCode.INVALID_TOKEN, fault);
    }
}
