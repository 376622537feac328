package dev.gangway.documents.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.auth.AuthenticatePartner.Outcome;
import dev.gangway.application.auth.scheme.AuthenticationScheme;
import dev.gangway.application.testkit.contract.AuthenticationSchemeContract;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.OutboundSecret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of all schemes, and what this one reads beside what the others read. */
final class HeaderTokenSchemeTest implements AuthenticationSchemeContract {
    private final InMemoryGangway gangway = new InMemoryGangway();

    @Override
    public InMemoryGangway gangway() {
        return gangway;
    }

    @Override
    public AuthenticationScheme scheme() {
        return new HeaderTokenScheme(
                gangway.ports().credentialLookup(), gangway.crypto().randomTokens(), gangway.clock());
    }

    @Override
    public CredentialType type() {
        return CredentialType.BEARER;
    }

    @Override
    public ErrorCode refusal() {
        return ErrorCode.INVALID_TOKEN;
    }

    @Override
    public Holder holder(CredentialId id, Partner partner) {
        OutboundSecret token = gangway.crypto().randomTokens().next();
        return new TokenHolder(
                new CredentialMaterial.TokenHash(gangway.crypto().randomTokens().hash(token)), token.value());
    }

    private record TokenHolder(CredentialMaterial material, String secret) implements Holder {
        @Override
        public Map<String, List<String>> headers() {
            return Map.of("x-partner-token", List.of(secret));
        }
    }

    @Test
    void two_schemes_at_once_are_refused() {
        String token = gangway.issueToken(
                        gangway.enrol(PartnerBuilder.sixpence().build()))
                .value();
        Map<String, List<String>> both =
                Map.of("x-partner-token", List.of(token), "authorization", List.of("Bearer " + token));

        assertThat(new AuthenticatePartner(List.of(gangway.bearerScheme(), scheme()))
                        .execute(new AuthenticatePartner.Command(new ApiCall("GET", "/", both, "192.0.2.7"))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("two schemes at once"));
    }
}
