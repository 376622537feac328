package dev.gangway.application.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.AuthenticatePartner.Outcome;
import dev.gangway.application.auth.scheme.AuthenticationScheme;
import dev.gangway.application.auth.scheme.BearerScheme;
import dev.gangway.application.partner.RevokeCredential;
import dev.gangway.application.partner.RotateCredential;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in with a bearer token, and what everybody else is told. */
class AuthenticatePartnerTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
    private final String token = gangway.issueToken(sixpence).value();

    private Outcome call(ApiCall call) {
        return gangway.authenticatePartner().execute(new AuthenticatePartner.Command(call));
    }

    private Outcome with(String authorization) {
        return call(InMemoryGangway.callWith(authorization));
    }

    private static ApiCall call(Map<String, List<String>> headers) {
        return new ApiCall("POST", "/api/v1/partner/register", headers, "192.0.2.7");
    }

    private void assertRefused(Outcome outcome, ErrorCode code) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.reason()).doesNotContain(token);
        });
    }

    private CredentialId credential() {
        return gangway.ports().partnerCredentials().of(sixpence.id()).get(0).id();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER "})
    void aTokenOfOursIsItsPartner(String scheme) {
        assertThat(with(scheme + token))
                .isEqualTo(new Outcome.Authenticated(new Principal(
                        sixpence, credential(), "Bearer", CredentialType.BEARER, Scope.DEFAULT, sixpence.rate())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer  two-blanks",
                "Basic dXNlcjpwYXNz",
                "Token abc",
                "Bearer a b",
                "Bearer a,b",
                "Bearer \u00E9",
                "Bearer a\u0000",
                "Bearer\tabc",
                " Bearer abc",
                "Bearer abc "
            })
    void aMalformedHeaderIsUnauthorized(String header) {
        assertRefused(with(header), ErrorCode.UNAUTHORIZED);
    }

    @Test
    void anImmenseTokenIsUnauthorized() {
        assertRefused(with("Bearer " + "a".repeat(8193)), ErrorCode.UNAUTHORIZED);
    }

    @Test
    void withoutACredentialNobodyIsLetIn() {
        assertRefused(call(call(Map.of())), ErrorCode.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "X-API-Key", "X-Timestamp", "X-Signature"})
    void aRepeatedHeaderIsUnauthorizedWhicheverOfTheTwoWouldBeRight(String header) {
        assertRefused(call(repeated(Ascii.lower(header))), ErrorCode.UNAUTHORIZED);
    }

    private ApiCall repeated(String name) {
        String bearer = "Bearer " + token;
        return name.equals("authorization")
                ? call(Map.of(name, List.of(bearer, bearer)))
                : call(Map.of("authorization", List.of(bearer), name, List.of("a", "b")));
    }

    @Test
    void unknownNearMissExpiredAndRevokedTokensLookAlike() {
        assertRefused(with("Bearer gw_sandbox_unknown"), ErrorCode.INVALID_TOKEN);
        assertRefused(with("Bearer " + token.substring(0, token.length() - 1)), ErrorCode.INVALID_TOKEN);
        assertRefused(with("Bearer " + token + "="), ErrorCode.INVALID_TOKEN);
        assertRefused(with("Bearer " + Ascii.upper(token)), ErrorCode.INVALID_TOKEN);
        gangway.revokeCredential().execute(new RevokeCredential.Command(credential(), InMemoryGangway.ORIGIN));
        assertRefused(with("Bearer " + token), ErrorCode.INVALID_TOKEN);
    }

    /** The caller sees no difference; whoever reads the log does. */
    @Test
    void ourLogsTellAMistypedTokenFromARevokedOne() {
        assertThat(reason("Bearer " + token.substring(0, token.length() - 1))).isEqualTo("mistyped bearer token");
        assertThat(reason("Bearer another-products-token")).isEqualTo("no bearer token of ours");
        gangway.revokeCredential().execute(new RevokeCredential.Command(credential(), InMemoryGangway.ORIGIN));
        assertThat(reason("Bearer " + token)).isEqualTo("expired or revoked credential");
    }

    private String reason(String authorization) {
        Outcome outcome = with(authorization);
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).reason();
    }

    @Test
    void aRotatedTokenIsAcceptedForTheOverlapAndNotAtItsEnd() {
        gangway.rotateCredential()
                .execute(
                        new RotateCredential.Command(credential(), Duration.ofHours(24), null, InMemoryGangway.ORIGIN));
        gangway.clock().advance(Duration.ofHours(24).minusNanos(1000));
        assertThat(with("Bearer " + token)).isInstanceOf(Outcome.Authenticated.class);
        gangway.clock().advance(Duration.ofNanos(1000));
        assertRefused(with("Bearer " + token), ErrorCode.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-api-key", "x-timestamp", "x-signature"})
    void aHeaderOfASignedRequestBesideATokenIsASecondScheme(String header) {
        assertRefused(
                call(call(Map.of("authorization", List.of("Bearer " + token), header, List.of("")))),
                ErrorCode.UNAUTHORIZED);
    }

    @Test
    void twoSchemesAtOnceAreUnauthorized() {
        AuthenticationScheme eager = new AuthenticationScheme() {
            @Override
            public String name() {
                return "Eager";
            }

            @Override
            public boolean recognises(ApiCall call) {
                return !call.header("X-Eager").isEmpty();
            }

            @Override
            public Verdict authenticate(ApiCall call) {
                return new Verdict.Accepted(gangway.principal(sixpence));
            }
        };
        AuthenticatePartner both = new AuthenticatePartner(List.of(
                eager,
                new BearerScheme(
                        gangway.ports().credentialLookup(), gangway.crypto().randomTokens(), gangway.clock())));
        assertThat(both.execute(new AuthenticatePartner.Command(call(Map.of("x-eager", List.of("yes"))))))
                .isInstanceOf(Outcome.Authenticated.class);
        assertRefused(
                both.execute(new AuthenticatePartner.Command(
                        call(Map.of("x-eager", List.of("yes"), "authorization", List.of("Bearer " + token))))),
                ErrorCode.UNAUTHORIZED);
    }

    @Test
    void aCallSaysNothingOfItsHeaders() {
        assertThat(InMemoryGangway.callWith("Bearer " + token).toString()).doesNotContain(token);
    }
}
