package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.registration.port.Registrations.Recorded;
import dev.gangway.application.signin.port.RedirectTokens;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.signin.LinkState;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The part of {@link RegistrationsContract} that is about calls at the same moment. */
interface RegistrationRacesContract extends PersistenceContract {
    private List<Handed> live(Desk desk, List<Handed> handed) {
        return handed.stream()
                .filter(one -> {
                    RedirectTokens.Issued issued = ports().redirectTokens().find(one.link());
                    return issued != null && issued.token().state(desk.now()) == LinkState.LIVE;
                })
                .toList();
    }

    @Test
    default void ofManyFirstRegistrationsOfOneAddressExactlyOneRecords() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        List<Recorded> recorded = Race.amongAll(i -> desk.asNewUser(
                        sixpence,
                        RequestBuilder.by(sixpence, "first@example.com").build(sixpence))
                .recorded());
        assertThat(recorded).filteredOn(Recorded.KEPT::equals).hasSize(1);
        assertThat(recorded).filteredOn(Recorded.USER_EXISTS::equals).hasSize(Race.RACERS - 1);
        assertThat(ports().observed().users()).isEqualTo(1);
        assertThat(ports().observed().attributions()).isEqualTo(1);
        assertThat(ports().observed().queuedImports()).hasSize(1);
    }

    @Test
    default void theOthersThenFindTheUserAndExactlyOneLinkLives() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        List<Handed> handed =
                Race.amongAll(i -> desk.register(sixpence, RequestBuilder.by(sixpence, "First@Example.com")));
        assertThat(handed).allSatisfy(one -> assertThat(one.recorded()).isEqualTo(Recorded.KEPT));
        assertThat(handed)
                .filteredOn(one -> one.registration().newUser() != null)
                .hasSize(1);
        assertThat(handed).extracting(Handed::user).containsOnly(handed.get(0).user());
        assertThat(handed).extracting(Handed::source).containsOnly(handed.get(0).source());
        assertThat(ports().observed().users()).isEqualTo(1);
        assertThat(ports().observed().attributions()).isEqualTo(1);
        assertThat(ports().observed().queuedImports()).hasSize(1);
        assertThat(live(desk, handed)).hasSize(1);
        assertThat(ports().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.USER_REGISTERED_AGAIN)
                .hasSize(Race.RACERS - 1);
    }

    @Test
    default void ofManyKnownUsersCallsWithOneNewKeyExactlyOneAddsTheSource() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        desk.register(sixpence, "known@example.com");
        List<Handed> handed = Race.amongAll(i -> desk.asKnownUser(
                sixpence,
                RequestBuilder.by(sixpence, "known@example.com")
                        .key("second-api-key", "second-api-secret")
                        .build(sixpence)));
        assertThat(handed)
                .filteredOn(one -> one.registration().sourcesAdded() == 1)
                .hasSize(1);
        KnownUser known = Objects.requireNonNull(desk.snapshot(sixpence, "known@example.com"));
        assertThat(known.sources()).hasSize(2);
        assertThat(live(desk, handed)).hasSize(1);
    }

    @Test
    default void ofManyNewUsersWithOnePartnersIdExactlyOneRecords() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        List<Handed> handed = Race.amongAll(i -> desk.asNewUser(
                sixpence,
                RequestBuilder.by(sixpence, "user" + i + "@example.com")
                        .partnerUserId("p-1")
                        .build(sixpence)));
        assertThat(handed).filteredOn(one -> one.recorded() == Recorded.KEPT).hasSize(1);
        assertThat(handed)
                .filteredOn(one -> one.recorded() == Recorded.PARTNER_USER_ID_IN_USE)
                .hasSize(Race.RACERS - 1);
        assertThat(ports().observed().users()).isEqualTo(1);
        assertThat(live(desk, handed)).hasSize(1);
    }

    @Test
    default void ofManyKnownUsersGivenOnePartnersIdExactlyOneGetsIt() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        int users = 16;
        for (int i = 0; i < users; i++) {
            desk.register(sixpence, "user" + i + "@example.com");
        }
        List<Recorded> recorded = Race.among(
                users,
                i -> ports().transactions()
                        .inTransaction(() -> ports().registrations()
                                .record(desk.decideRegardless(
                                        sixpence,
                                        RequestBuilder.by(sixpence, "user" + i + "@example.com")
                                                .partnerUserId("p-1")
                                                .build(sixpence)))));
        assertThat(recorded).filteredOn(Recorded.KEPT::equals).hasSize(1);
        assertThat(recorded).filteredOn(Recorded.PARTNER_USER_ID_IN_USE::equals).hasSize(users - 1);
    }

    @Test
    default void registrationsOfDifferentUsersDoNotStopOneAnother() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        List<Handed> handed = Race.amongAll(i -> {
            String email = "user" + i + "@example.com";
            desk.register(sixpence, email);
            return desk.register(sixpence, email);
        });
        assertThat(handed).extracting(Handed::recorded).containsOnly(Recorded.KEPT);
        assertThat(ports().observed().users()).isEqualTo(Race.RACERS);
        assertThat(live(desk, handed)).hasSize(Race.RACERS);
    }
}
