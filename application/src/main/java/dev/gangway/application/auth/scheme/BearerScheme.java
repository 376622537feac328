package dev.gangway.application.auth.scheme;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.Secret;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code Authorization: Bearer gw_<env>_…} (seed 000, RFC 6750). The token is found by its SHA-256; nothing ever
 * compares the token itself.
 */
public final class BearerScheme implements AuthenticationScheme {
    private static final int MAX_TOKEN = 8192;

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
        return !call.header("authorization").isEmpty();
    }

    @Override
    public Verdict authenticate(ApiCall call) {
        List<String> values = call.header("authorization");
        String token = values.size() == 1 ? tokenOf(values.get(0)) : null;
        if (token == null) {
            return new Verdict.Refused(ErrorCode.UNAUTHORIZED, "malformed Authorization");
        }
        CredentialLookup.Found found = credentials.byTokenHash(tokens.hash(Secret.of(token)));
        if (found == null || found.credential().type() != CredentialType.BEARER) {
            return new Verdict.Refused(ErrorCode.INVALID_TOKEN, "unknown bearer token");
        }
        if (!found.credential().isActive(clock.instant())) {
            return new Verdict.Refused(
                    ErrorCode.INVALID_TOKEN,
                    "expired or revoked bearer token",
                    found.credential().id().value(),
                    found.partner().id(),
                    null);
        }
        return new Verdict.Accepted(Principal.of(found, name()));
    }

    /** The token of {@code Bearer <token>}, or null if the header is not in that form (RFC 6750, section 2.1). */
    private static @Nullable String tokenOf(String header) {
        if (header.length() < 8 || !Ascii.lower(header.substring(0, 7)).equals("bearer ")) {
            return null;
        }
        String token = header.substring(7);
        return token.length() <= MAX_TOKEN && Ascii.consistsOf(token, 0, BearerScheme::isTokenCharacter) ? token : null;
    }

    private static boolean isTokenCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~+/=".indexOf(c) >= 0;
    }
}
