package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.persistence.Given.Call;
import dev.gangway.application.registration.port.Registrations.Recorded;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.shared.Digest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SmokeTest {
    @ParameterizedTest
    @EnumSource
    void registers(TestDatabase kind) {
        try (Database database = kind.open()) {
            assertThat(database.schemaState()).isEqualTo(SchemaState.UP_TO_DATE);
            PersistenceAdapters ports = database.adapters();
            Partner partner = Given.partner();
            assertThat(ports.partners().add(partner, Given.audit(AuditAction.PARTNER_ENROLLED, partner.id())))
                    .isTrue();
            assertThat(ports.partners().find(partner.slug())).isEqualTo(partner);
            Digest key = Given.digest();
            Call call = Call.of(partner, "a@example.com").withKeys(key, Given.digest());
            assertThat(ports.registrations().record(call.asNew())).isEqualTo(Recorded.KEPT);
            assertThat(ports.registrations().record(call.asNew())).isEqualTo(Recorded.USER_EXISTS);
            assertThat(ports.registrations()
                            .record(Call.of(partner, "b@example.com")
                                    .withDiscount(Given.CAPPED)
                                    .withPartnerUserId("77")
                                    .asNew()))
                    .isEqualTo(Recorded.KEPT);
            assertThat(ports.registrations()
                            .record(Call.of(partner, "c@example.com")
                                    .withPartnerUserId("77")
                                    .asNew()))
                    .isEqualTo(Recorded.PARTNER_USER_ID_IN_USE);
            assertThat(ports.registrations()
                            .record(Call.of(partner, "c@example.com")
                                    .withDiscount(Given.CAPPED)
                                    .asNew()))
                    .isEqualTo(Recorded.KEPT);
            assertThat(ports.registrations()
                            .record(Call.of(partner, "d@example.com")
                                    .withDiscount(Given.CAPPED)
                                    .asNew()))
                    .isEqualTo(Recorded.KEPT_WITHOUT_DISCOUNT);
            KnownUser known = ports.registrations()
                    .snapshot(partner.realm(), call.request().email(), partner.id(), null);
            assertThat(known).isNotNull();
            assertThat(known.sources()).hasSize(2);
            Registration again = (Registration)
                    Registration.ofKnownUser(known, call.request(), partner, call.materialFor(known.id()));
            assertThat(again.replaced()).hasSize(2);
            assertThat(ports.registrations().record(again)).isEqualTo(Recorded.KEPT);
        }
    }
}
