package dev.gangway.application.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.AdmitCall.Outcome;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.partner.Partner;
import java.time.Duration;
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
}
