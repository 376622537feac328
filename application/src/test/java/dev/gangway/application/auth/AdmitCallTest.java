package dev.gangway.application.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.AdmitCall.Outcome;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.Partner;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A credential's calls in any 60 seconds are as many as its partner's rate. */
class AdmitCallTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final AdmitCall admitCall = new AdmitCall(gangway.ports().callRates(), gangway.clock());

    private Outcome admit(Partner partner) {
        return admitCall.execute(new AdmitCall.Command(gangway.principal(partner)));
    }

    @Test
    void aPartnerWithoutLimitIsAlwaysAdmitted() {
        Partner unlimited = PartnerBuilder.of("unlimited").rate(0).build();
        for (int i = 0; i < 10_000; i++) {
            assertThat(admit(unlimited)).isEqualTo(new Outcome.Admitted());
        }
    }

    @Test
    void oneCallMoreThanTheRateIsToldWhenToComeBack() {
        Partner limited = PartnerBuilder.of("limited").rate(2).build();
        assertThat(admit(limited)).isEqualTo(new Outcome.Admitted());
        gangway.clock().advance(Duration.ofSeconds(20));
        assertThat(admit(limited)).isEqualTo(new Outcome.Admitted());
        assertThat(admit(limited)).isEqualTo(new Outcome.RateLimited(Duration.ofSeconds(40)));
        gangway.clock().advance(Duration.ofSeconds(40));
        assertThat(admit(limited)).isEqualTo(new Outcome.Admitted());
        assertThat(admit(limited)).isInstanceOf(Outcome.RateLimited.class);
    }

    private final AtomicInteger asked = new AtomicInteger();
    private final AdmitCall counting = new AdmitCall(
            (credential, limit, now) -> {
                asked.incrementAndGet();
                return gangway.ports().callRates().admit(credential, limit, now);
            },
            gangway.clock());

    private Outcome admit(CredentialId caller, int perMinute) {
        Partner partner = PartnerBuilder.of("limited").rate(perMinute).build();
        return counting.execute(new AdmitCall.Command(new Principal(partner, caller, "Bearer", Scope.DEFAULT)));
    }

    @Test
    void aPartnerThatGoesOnCallingIsRefusedWithoutBeingCounted() {
        CredentialId caller = gangway.ids().credentialId();
        assertThat(admit(caller, 1)).isEqualTo(new Outcome.Admitted());
        for (int second = 0; second < 60; second++) {
            for (int i = 0; i < 10; i++) {
                assertThat(admit(caller, 1)).isEqualTo(new Outcome.RateLimited(Duration.ofSeconds(60 - second)));
            }
            gangway.clock().advance(Duration.ofSeconds(1));
        }
        assertThat(asked).hasValue(2);
        assertThat(admit(caller, 1)).isEqualTo(new Outcome.Admitted());
    }

    @Test
    void anotherLimitIsCountedAtOnce() {
        CredentialId caller = gangway.ids().credentialId();
        assertThat(admit(caller, 1)).isEqualTo(new Outcome.Admitted());
        assertThat(admit(caller, 1)).isInstanceOf(Outcome.RateLimited.class);
        assertThat(admit(caller, 2)).isEqualTo(new Outcome.Admitted());
        assertThat(admit(caller, 2)).isInstanceOf(Outcome.RateLimited.class);
        assertThat(admit(caller, 1)).isInstanceOf(Outcome.RateLimited.class);
    }

    @Test
    void aRefusalIsOfOneCredentialAlone() {
        CredentialId one = gangway.ids().credentialId();
        CredentialId two = gangway.ids().credentialId();
        assertThat(admit(one, 1)).isEqualTo(new Outcome.Admitted());
        assertThat(admit(one, 1)).isInstanceOf(Outcome.RateLimited.class);
        assertThat(admit(two, 1)).isEqualTo(new Outcome.Admitted());
    }

    @Test
    void manyCredentialsOverTheirLimitAreStillRefused() {
        RefusedCalls refused = new RefusedCalls();
        Instant now = gangway.clock().instant();
        for (int i = 0; i < 20_000; i++) {
            refused.add(gangway.ids().credentialId(), 1, now, Duration.ofSeconds(30));
        }
        CredentialId late = gangway.ids().credentialId();
        refused.add(late, 1, now, Duration.ofSeconds(30));
        assertThat(refused.remaining(late, 1, now)).isZero();
        refused.add(late, 1, now.plusSeconds(30), Duration.ofSeconds(30));
        assertThat(refused.remaining(late, 1, now.plusSeconds(40))).isEqualTo(Duration.ofSeconds(20));
    }
}
