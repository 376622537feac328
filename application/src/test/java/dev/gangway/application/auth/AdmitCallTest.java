package dev.gangway.application.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.AdmitCall.Outcome;
import dev.gangway.application.auth.port.CallRates;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.CallRate;
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
            assertThat(admit(unlimited)).isEqualTo(new Outcome.Admitted(null));
        }
    }

    @Test
    void oneCallMoreThanTheRateIsToldWhenToComeBack() {
        Partner limited = PartnerBuilder.of("limited").rate(2).build();
        assertThat(admit(limited)).isEqualTo(new Outcome.Admitted(quota(2, 1, 60)));
        gangway.clock().advance(Duration.ofSeconds(20));
        assertThat(admit(limited)).isEqualTo(new Outcome.Admitted(quota(2, 0, 40)));
        assertThat(admit(limited)).isEqualTo(new Outcome.RateLimited(quota(2, 0, 40)));
        gangway.clock().advance(Duration.ofSeconds(40));
        assertThat(admit(limited)).isEqualTo(new Outcome.Admitted(quota(2, 0, 20)));
        assertThat(admit(limited)).isInstanceOf(Outcome.RateLimited.class);
    }

    private static Quota quota(int limit, int remaining, int reset) {
        return new Quota("credential", limit, remaining, Duration.ofSeconds(reset));
    }

    @Test
    void theRateIsTheCredentialsOwnBeforeItsPartners() {
        Partner unlimited = PartnerBuilder.of("unlimited").rate(0).build();
        CredentialId slow = gangway.ids().credentialId();
        Principal principal =
                new Principal(unlimited, slow, "Bearer", CredentialType.BEARER, Scope.DEFAULT, new CallRate(1));
        assertThat(admitCall.execute(new AdmitCall.Command(principal)))
                .isEqualTo(new Outcome.Admitted(quota(1, 0, 60)));
        assertThat(admitCall.execute(new AdmitCall.Command(principal))).isInstanceOf(Outcome.RateLimited.class);
    }

    private final AtomicInteger asked = new AtomicInteger();
    private final AdmitCall counting = new AdmitCall(
            new CallRates() {
                @Override
                public Admission admit(CallCounter counter, int limit, Instant now) {
                    asked.incrementAndGet();
                    return gangway.ports().callRates().admit(counter, limit, now);
                }

                @Override
                public int purge(Instant before) {
                    return 0;
                }
            },
            gangway.clock());

    private boolean isAdmitted(CredentialId caller, int perMinute) {
        Partner partner = PartnerBuilder.of("limited").rate(perMinute).build();
        return switch (counting.execute(
                new AdmitCall.Command(new Principal(partner, caller, "Bearer", Scope.DEFAULT)))) {
            case Outcome.Admitted admitted -> true;
            case Outcome.RateLimited limited -> false;
        };
    }

    @Test
    void aPartnerThatGoesOnCallingIsRefusedWithoutBeingCounted() {
        CredentialId caller = gangway.ids().credentialId();
        for (int i = 0; i < 600; i++) {
            assertThat(isAdmitted(caller, 1)).isEqualTo(i == 0);
            gangway.clock().advance(Duration.ofMillis(100));
        }
        assertThat(asked).hasValue(1);
        assertThat(isAdmitted(caller, 1)).isTrue();
    }

    @Test
    void anotherLimitIsCountedAtOnce() {
        CredentialId caller = gangway.ids().credentialId();
        assertThat(isAdmitted(caller, 1)).isTrue();
        assertThat(isAdmitted(caller, 1)).isFalse();
        assertThat(isAdmitted(caller, 2)).isTrue();
        assertThat(isAdmitted(caller, 2)).isFalse();
        assertThat(isAdmitted(caller, 1)).isFalse();
    }

    @Test
    void aRefusalIsOfOneCredentialAlone() {
        CredentialId one = gangway.ids().credentialId();
        CredentialId two = gangway.ids().credentialId();
        assertThat(isAdmitted(one, 1)).isTrue();
        assertThat(isAdmitted(one, 1)).isFalse();
        assertThat(isAdmitted(two, 1)).isTrue();
    }

    @Test
    void manyCredentialsOverTheirLimitAreStillRefused() {
        RefusedCalls refused = new RefusedCalls();
        Instant now = gangway.clock().instant();
        for (int i = 0; i < 20_000; i++) {
            refused.add(new CallCounter("early " + i), 1, now, Duration.ofSeconds(30));
        }
        CallCounter late = new CallCounter("late");
        refused.add(late, 1, now, Duration.ofSeconds(30));
        assertThat(refused.remaining(late, 1, now)).isZero();
        refused.add(late, 1, now.plusSeconds(30), Duration.ofSeconds(30));
        assertThat(refused.remaining(late, 1, now.plusSeconds(40))).isEqualTo(Duration.ofSeconds(20));
    }
}
