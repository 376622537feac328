package dev.gangway.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.PartnerId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How often a credential may call: as it was issued for, else as its type and its partner have it. */
final class CredentialRateTest {
    private static CallRate rate(CredentialType type, @Nullable CallRate own, CallRate ofPartner) {
        return new PartnerCredential(
                        new CredentialId("cred_0000000000000000000000000A"),
                        new PartnerId(new UUID(0, 1)),
                        type,
                        Scope.DEFAULT,
                        null,
                        Instant.EPOCH,
                        null,
                        null,
                        new CredentialLimits(List.of(), own))
                .rate(ofPartner);
    }

    @Test
    void aSigningKeyMayCall120TimesAMinuteAndTheRest600() {
        for (CredentialType type : CredentialType.values()) {
            assertThat(rate(type, null, CallRate.DEFAULT).perMinute())
                    .as(type.apiName())
                    .isEqualTo(type == CredentialType.SIGNING_KEY ? 120 : 600);
        }
    }

    @Test
    void aSlowerPartnerDecidesForASigningKeyTooAndAFasterOneDoesNot() {
        assertThat(rate(CredentialType.SIGNING_KEY, null, new CallRate(60)).perMinute())
                .isEqualTo(60);
        assertThat(rate(CredentialType.SIGNING_KEY, null, new CallRate(6000)).perMinute())
                .isEqualTo(120);
        assertThat(rate(CredentialType.SIGNING_KEY, null, CallRate.UNLIMITED).perMinute())
                .isEqualTo(120);
        assertThat(rate(CredentialType.BEARER, null, CallRate.UNLIMITED).isUnlimited())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatItWasIssuedForComesFirst(CredentialType type) {
        assertThat(rate(type, new CallRate(6000), new CallRate(60)).perMinute()).isEqualTo(6000);
        assertThat(rate(type, CallRate.UNLIMITED, new CallRate(60)).isUnlimited())
                .isTrue();
        assertThat(rate(type, new CallRate(5), CallRate.UNLIMITED).perMinute()).isEqualTo(5);
    }
}
