package dev.gangway.documents.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.auth.AuthenticatePartner.Outcome;
import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.auth.scheme.BearerScheme;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a scheme's test asks at least. */
final class HeaderTokenSchemeTest {
    private static final String TOKEN = "the partner's token";

    private final MovableClock clock = new MovableClock();
    private final Partner partner = PartnerBuilder.sixpence().build();
    private final PartnerCredential credential = new PartnerCredential(
            new CredentialId("cred_0000000000000000000000000A"),
            partner.id(),
            CredentialType.BEARER,
            Scope.DEFAULT,
            null,
            clock.instant(),
            null,
            null);
    private final RandomTokens tokens = new HashesOnly();
    private final CredentialLookup lookup = new OneToken();
    private final AuthenticatePartner authenticate = new AuthenticatePartner(
            List.of(new BearerScheme(lookup, tokens, clock), new HeaderTokenScheme(lookup, tokens, clock)));

    private final class OneToken implements CredentialLookup {
        @Override
        public @Nullable Found byTokenHash(Digest hash) {
            return hash.equals(Hashes.of(TOKEN))
                    ? new Found(credential, new CredentialMaterial.TokenHash(hash), partner)
                    : null;
        }

        @Override
        public @Nullable Found byId(CredentialId id) {
            return null;
        }
    }

    @Test
    void the_right_token_proves_its_partner() {
        assertThat(call(Map.of("x-partner-token", List.of(TOKEN))))
                .isInstanceOfSatisfying(
                        Outcome.Authenticated.class,
                        authenticated ->
                                assertThat(authenticated.principal().partner()).isEqualTo(partner));
    }

    @Test
    void another_token_proves_nothing() {
        assertThat(codeOf(Map.of("x-partner-token", List.of("a guess")))).isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void a_repeated_header_is_malformed() {
        assertThat(codeOf(Map.of("x-partner-token", List.of(TOKEN, TOKEN)))).isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void two_schemes_at_once_are_refused() {
        assertThat(codeOf(Map.of("x-partner-token", List.of(TOKEN), "authorization", List.of("Bearer " + TOKEN))))
                .isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    private Outcome call(Map<String, List<String>> headers) {
        return authenticate.execute(
                new AuthenticatePartner.Command(new ApiCall("POST", "/api/v1/partner/register", headers, "192.0.2.1")));
    }

    private ErrorCode codeOf(Map<String, List<String>> headers) {
        return call(headers) instanceof Outcome.Refused refused ? refused.code() : ErrorCode.INTERNAL_ERROR;
    }

    /** The one part of the port that schemes use. */
    private static final class HashesOnly implements RandomTokens {
        @Override
        public OutboundSecret next() {
            throw new UnsupportedOperationException("no scheme makes a token");
        }

        @Override
        public OutboundSecret nextBearerToken() {
            throw new UnsupportedOperationException("no scheme makes a token");
        }

        @Override
        public Digest hash(Secret token) {
            return Hashes.of(token.reveal());
        }

        @Override
        public Form formOf(Secret token) {
            throw new UnsupportedOperationException("this scheme's tokens have no form");
        }
    }
}
