package dev.gangway.application.auth.scheme;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.shared.port.RandomTokens.Form;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.Secret;
import java.time.Clock;

/**
 * {@code Authorization: Bearer gw_<env>_…} (seed 000, RFC 6750). The token is found by its SHA-256; nothing ever
 * compares the token itself. What is mistyped costs no lookup, and only our log is told.
 */
public final class BearerScheme implements AuthenticationScheme {
    private final CredentialLookup credentials;
    private final RandomTokens tokens;
    private final Clock clock;

    /** Looks tokens up in {@code credentials}. */
    public BearerScheme(CredentialLookup credentials, RandomTokens tokens, Clock clock) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "Bearer";
    }

    @Override
    public boolean recognises(ApiCall call) {
        String token = BearerHeader.token(call);
        return BearerHeader.isPresent(call) && (token == null || !BearerHeader.isWebToken(token));
    }

    @Override
    public Verdict authenticate(ApiCall call) {
        String token = BearerHeader.token(call);
        if (token == null) {
            return new Verdict.Refused(ErrorCode.UNAUTHORIZED, "malformed Authorization");
        }
        Secret secret = Secret.of(token);
        Form form = tokens.formOf(secret);
        CredentialLookup.Found found = form.mayHaveBeenIssued() ? credentials.byTokenHash(tokens.hash(secret)) : null;
        if (found == null || found.credential().type() != CredentialType.BEARER) {
            return new Verdict.Refused(ErrorCode.INVALID_TOKEN, reason(form));
        }
        String fault = found.fault(call, clock.instant());
        return fault == null ? new Verdict.Accepted(Principal.of(found, name())) : refused(fault, found);
    }

    private static String reason(Form form) {
        return switch (form) {
            case INTACT -> "unknown bearer token";
            case MISTYPED -> "mistyped bearer token";
            case OTHER_ENVIRONMENT -> "bearer token of another environment";
            case FOREIGN -> "no bearer token of ours";
        };
    }

    private static Verdict refused(String reason, CredentialLookup.Found found) {
        return new Verdict.Refused(
                ErrorCode.INVALID_TOKEN,
                reason,
                found.credential().id().value(),
                found.partner().id(),
                null);
    }
}
