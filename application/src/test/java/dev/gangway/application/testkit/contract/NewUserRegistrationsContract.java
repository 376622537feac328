package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gangway.application.registration.port.Registrations.Recorded;
import dev.gangway.application.signin.port.RedirectTokens;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The part of {@link RegistrationsContract} that is about users whom nobody has registered before. */
interface NewUserRegistrationsContract extends PersistenceContract {
    @Test
    default void aNewUserIsKeptWithItsAttributionAndItsActiveConnection() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(
                sixpence, RequestBuilder.by(sixpence, "new@example.com").partnerUserId("p-1"));
        assertThat(handed.recorded()).isEqualTo(Recorded.KEPT);
        KnownUser known = Objects.requireNonNull(desk.snapshot(sixpence, "new@example.com"));
        assertThat(known.id()).isEqualTo(handed.user());
        assertThat(known.attributedTo()).isEqualTo(sixpence.id());
        assertThat(known.connection())
                .isEqualTo(
                        new Connection(sixpence.id(), ConnectionStatus.ACTIVE, desk.now(), new PartnerUserId("p-1")));
        assertThat(ports().observed().users()).isEqualTo(1);
        assertThat(ports().observed().attributions()).isEqualTo(1);
    }

    @Test
    default void itsSourcesAreQueuedOnceEachAsFirstImports() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(
                sixpence,
                RequestBuilder.by(sixpence, "new@example.com")
                        .key("api-key-000001", "api-secret-1")
                        .key("api-key-000002", "api-secret-2"));
        KnownUser known = Objects.requireNonNull(desk.snapshot(sixpence, "new@example.com"));
        assertThat(known.sources())
                .extracting(KnownUser.KnownSource::id, KnownUser.KnownSource::status)
                .containsExactlyInAnyOrder(
                        tuple(handed.source(0), SourceStatus.PROCESSING),
                        tuple(handed.source(1), SourceStatus.PROCESSING));
        assertThat(known.sources())
                .extracting(KnownUser.KnownSource::fingerprint)
                .containsExactlyInAnyOrderElementsOf(handed.registration().added().stream()
                        .map(added -> added.fingerprints().inUse())
                        .toList());
        assertThat(ports().observed().queuedImports())
                .containsExactlyInAnyOrderElementsOf(handed.registration().added().stream()
                        .map(added ->
                                new QueuedImport(added.id(), added.sealed().id(), ImportPriority.FIRST))
                        .toList());
        assertThat(ports().observed().sendersOf(handed.source(0))).containsExactly(sixpence.id());
    }

    @Test
    default void itsLinkIsLiveAndSaysWhatDecidesItsPower() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "new@example.com");
        RedirectTokens.Issued issued =
                Objects.requireNonNull(ports().redirectTokens().find(handed.link()));
        assertThat(issued.token().state(desk.now())).isEqualTo(LinkState.LIVE);
        assertThat(issued.token().userId()).isEqualTo(handed.user());
        assertThat(issued.token().issuedAt()).isEqualTo(desk.now());
        assertThat(issued.token().expiresAt())
                .isEqualTo(handed.registration().link().expiresAt());
        assertThat(issued.partnerId()).isEqualTo(sixpence.id());
        assertThat(issued.partnerName()).isEqualTo(sixpence.name());
        assertThat(issued.wayForward()).isEqualTo(sixpence.wayForward());
        assertThat(issued.attributedTo()).isEqualTo(sixpence.id());
        assertThat(issued.connectionActive()).isTrue();
    }

    @Test
    default void itIsAudited() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "new@example.com");
        assertThat(ports().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.USER_REGISTERED)
                .containsExactly(handed.registration().audit());
    }

    @Test
    default void anAddressThatSomebodyHasRecordsNothing() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed first = desk.register(sixpence, "Somebody@Example.COM");
        Map<String, Long> before = ports().observed().rows();
        Handed second = desk.asNewUser(
                sixpence, RequestBuilder.by(sixpence, "sOMEBODY@example.com").build(sixpence));
        assertThat(second.recorded()).isEqualTo(Recorded.USER_EXISTS);
        assertThat(ports().observed().rows()).isEqualTo(before);
        assertThat(ports().redirectTokens().find(second.link())).isNull();
        assertThat(Objects.requireNonNull(desk.snapshot(sixpence, "somebody@example.com"))
                        .id())
                .isEqualTo(first.user());
    }

    @Test
    default void theAddressOutranksThePartnersIdSoThatAKnownUserIsNeverRefusedItsOwn() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        RequestBuilder call = RequestBuilder.by(sixpence, "known@example.com").partnerUserId("p-1");
        desk.register(sixpence, call);
        assertThat(desk.asNewUser(sixpence, call.build(sixpence)).recorded()).isEqualTo(Recorded.USER_EXISTS);
    }

    @Test
    default void aPartnersIdOfAnotherUserRecordsNothing() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        desk.register(sixpence, RequestBuilder.by(sixpence, "one@example.com").partnerUserId("p-1"));
        Map<String, Long> before = ports().observed().rows();
        Handed second = desk.asNewUser(
                sixpence,
                RequestBuilder.by(sixpence, "two@example.com")
                        .partnerUserId("p-1")
                        .build(sixpence));
        assertThat(second.recorded()).isEqualTo(Recorded.PARTNER_USER_ID_IN_USE);
        assertThat(ports().observed().rows()).isEqualTo(before);
        assertThat(desk.snapshot(sixpence, "two@example.com")).isNull();
    }

    @Test
    default void aRefusedRecordLeavesItsTransactionFitForMore() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        desk.register(sixpence, RequestBuilder.by(sixpence, "one@example.com").partnerUserId("p-1"));
        Recorded afterwards = ports().transactions().inTransaction(() -> {
            desk.asNewUser(
                    sixpence,
                    RequestBuilder.by(sixpence, "two@example.com")
                            .partnerUserId("p-1")
                            .build(sixpence));
            return desk.asNewUser(
                            sixpence,
                            RequestBuilder.by(sixpence, "three@example.com").build(sixpence))
                    .recorded();
        });
        assertThat(afterwards).isEqualTo(Recorded.KEPT);
        assertThat(desk.snapshot(sixpence, "two@example.com")).isNull();
        assertThat(desk.snapshot(sixpence, "three@example.com")).isNotNull();
    }

    @Test
    default void partnersIdsAreComparedCharacterByCharacterAndPerPartner() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        String[] ids = {"abc", "ABC", "abc ", " abc", "ab\u0307c", "\u0131bc", "ibc"};
        for (int i = 0; i < ids.length; i++) {
            assertThat(desk.register(
                                    sixpence,
                                    RequestBuilder.by(sixpence, "user" + i + "@example.com")
                                            .partnerUserId(ids[i]))
                            .recorded())
                    .as("'%s'", ids[i])
                    .isEqualTo(Recorded.KEPT);
        }
        assertThat(desk.register(
                                other,
                                RequestBuilder.by(other, "elsewhere@example.com")
                                        .partnerUserId("abc"))
                        .recorded())
                .isEqualTo(Recorded.KEPT);
    }

    @Test
    default void dotsAndTagsTellPeopleApart() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        for (String email : new String[] {"a.b@example.com", "ab@example.com", "ab+tag@example.com"}) {
            assertThat(desk.register(sixpence, email).recorded()).isEqualTo(Recorded.KEPT);
        }
        assertThat(ports().observed().users()).isEqualTo(3);
    }

    @Test
    default void oneAddressNamesOnePersonPerRealm() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner alone = desk.enrol(PartnerBuilder.of("alone").realm("alone").build());
        Handed shared = desk.register(sixpence, "same@example.com");
        Handed own = desk.register(alone, "same@example.com");
        assertThat(own.recorded()).isEqualTo(Recorded.KEPT);
        assertThat(own.user()).isNotEqualTo(shared.user());
        assertThat(Objects.requireNonNull(desk.snapshot(alone, "same@example.com"))
                        .id())
                .isEqualTo(own.user());
    }

    @Test
    default void textsAtTheirLimitsAreKeptWhateverTheyAreMadeOf() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        String local = "a".repeat(64);
        String domain = ("b".repeat(63) + ".").repeat(2) + "c".repeat(62);
        String email = local + "@" + domain;
        String name = "\uD83D\uDE00".repeat(100);
        assertThat(email).hasSize(255);
        Handed handed = desk.register(
                sixpence,
                RequestBuilder.by(sixpence, email)
                        .name(name)
                        .surname("\uD834\uDD1E".repeat(100))
                        .jurisdiction("Z".repeat(32))
                        .partnerUserId("\uD83D\uDE80".repeat(128)));
        assertThat(handed.recorded()).isEqualTo(Recorded.KEPT);
        assertThat(Objects.requireNonNull(ports().reports().find(handed.user())))
                .satisfies(report -> {
                    assertThat(report.email()).isEqualTo(email);
                    assertThat(report.name()).isEqualTo(name);
                });
        Connection connection =
                Objects.requireNonNull(desk.snapshot(sixpence, email)).connection();
        assertThat(Objects.requireNonNull(Objects.requireNonNull(connection).partnerUserId())
                        .value())
                .isEqualTo("\uD83D\uDE80".repeat(128));
    }

    @Test
    default void anAddressWhoseAsciiFormIsLongerThanItselfIsKept() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        String label = "\u4F8B\u03B1\u0436\u0E01\uD55C".repeat(2);
        String email = "a".repeat(64) + "@" + (label + ".").repeat(7) + "jp";
        assertThat(EmailAddress.of("email", email).canonical()).hasSizeGreaterThan(255);
        Handed handed = desk.register(sixpence, email);
        assertThat(handed.recorded()).isEqualTo(Recorded.KEPT);
        assertThat(Objects.requireNonNull(desk.snapshot(sixpence, email)).id()).isEqualTo(handed.user());
    }

    @Test
    default void aFreshStoreKnowsNobody() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        assertThat(desk.snapshot(sixpence, "nobody@example.com")).isNull();
    }
}
