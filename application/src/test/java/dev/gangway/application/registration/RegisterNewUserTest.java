package dev.gangway.application.registration;

import static dev.gangway.application.testkit.memory.InMemoryGangway.BASE_URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gangway.application.registration.RegisterPartnerUser.Outcome;
import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.report.UserReport;
import dev.gangway.application.testkit.contract.QueuedImport;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.SourceAnswer;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A register call for somebody whom nobody has registered before (seed 000). */
class RegisterNewUserTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());

    private Registered register(RequestBuilder request) {
        return gangway.register(sixpence, request);
    }

    private SealedCredentials sealedOf(SourceId source) {
        return Objects.requireNonNull(gangway.ports()
                        .sourceImports()
                        .begin(
                                source,
                                gangway.ids().importRunId(),
                                gangway.clock().instant()))
                .credentials();
    }

    private ApiCredentials opened(SourceId source) {
        return gangway.crypto().vault().open(sealedOf(source));
    }

    @Test
    void theAnswerTellsOfANewUserWithItsSources() {
        Registered answer = register(RequestBuilder.of("user@example.com")
                .key("api-key-000001", "api-secret-1")
                .key("api-key-000002", "api-secret-2"));
        assertThat(answer.created()).isTrue();
        assertThat(answer.sourcesAdded()).isEqualTo(2);
        assertThat(answer.sources()).extracting(SourceAnswer::duplicate).containsExactly(false, false);
        assertThat(answer.sources())
                .extracting(source -> source.exchange().value())
                .containsOnly("SIXPENCE");
    }

    @Test
    void theUserIsWhoTheCallSays() {
        Registered answer = register(RequestBuilder.of("User@Example.com").name("Jordan"));
        UserReport report = gangway.report(answer.userId());
        assertThat(report.email()).isEqualTo("User@Example.com");
        assertThat(report.name()).isEqualTo("Jordan");
        assertThat(report.broughtBy()).isEqualTo("SixpenceX");
        assertThat(report.sources())
                .extracting(UserReport.SourceSummary::status)
                .containsExactly(SourceStatus.PROCESSING);
    }

    @Test
    void everySourceIsQueuedAsAFirstImport() {
        Registered answer = register(RequestBuilder.of("user@example.com")
                .key("api-key-000001", "api-secret-1")
                .key("api-key-000002", "api-secret-2"));
        assertThat(gangway.store().observed().queuedImports())
                .extracting(QueuedImport::source, QueuedImport::priority)
                .containsExactlyInAnyOrder(
                        tuple(answer.sources().get(0).id(), ImportPriority.FIRST),
                        tuple(answer.sources().get(1).id(), ImportPriority.FIRST));
    }

    @Test
    void credentialsAreStoredSealedForTheirOwner() {
        Registered answer = register(RequestBuilder.of("user@example.com")
                .key("SIXPENCE", "api-key-000001", "-----BEGIN\r\nsecret\r\nEND-----", "passphrase"));
        SourceId source = answer.sources().get(0).id();
        assertThat(opened(source))
                .isEqualTo(new ApiCredentials(
                        Secret.of("api-key-000001"),
                        Secret.of("-----BEGIN\r\nsecret\r\nEND-----"),
                        Secret.of("passphrase")));
        assertThat(sealedOf(source).owner()).isEqualTo(answer.userId());
        assertThat(sealedOf(source).sealed()).doesNotContain("api-key-000001", "secret", "passphrase");
    }

    @Test
    void twoEqualItemsAreOneSourceAndOneDuplicateAndTheLastSecretStays() {
        Registered answer = register(RequestBuilder.of("user@example.com")
                .key("api-key-000001", "first-secret")
                .key("api-key-000002", "other-secret")
                .key("sixpence", "api-key-000001", "last-secret", null));
        assertThat(answer.sourcesAdded()).isEqualTo(2);
        assertThat(answer.sources()).extracting(SourceAnswer::duplicate).containsExactly(false, false, true);
        SourceId source = answer.sources().get(0).id();
        assertThat(answer.sources().get(2).id()).isEqualTo(source);
        assertThat(opened(source).apiSecret()).isEqualTo(Secret.of("last-secret"));
        assertThat(gangway.store().observed().queuedImports()).hasSize(2);
    }

    @Test
    void oneKeyAtTwoExchangesIsTwoSources() {
        Partner both = gangway.enrol(
                PartnerBuilder.of("both").exchanges("SIXPENCE", "KRAKEN").build());
        Registered answer = gangway.register(
                both,
                RequestBuilder.by(both, "user@example.com")
                        .key("sixpence", "api-key-000001", "api-secret-1", null)
                        .key("Kraken", "api-key-000001", "api-secret-1", null));
        assertThat(answer.sourcesAdded()).isEqualTo(2);
        assertThat(answer.sources())
                .extracting(source -> source.exchange().value())
                .containsExactly("SIXPENCE", "KRAKEN");
    }

    @Test
    void theLinkLeadsToTheConfiguredAddressAndLivesAsLongAsThePartnerWants() {
        Instant issued = Instant.parse("2026-03-01T09:00:00.987654Z");
        gangway.clock().set(issued);
        Registered answer = register(RequestBuilder.of("user@example.com"));
        assertThat(answer.redirectUrl().value()).startsWith(BASE_URL + "/r/").doesNotContain("user", "example.com");
        assertThat(answer.redirectExpiresAt()).isEqualTo(Instant.parse("2026-03-31T09:00:00Z"));
        Partner hasty = gangway.enrol(
                PartnerBuilder.of("hasty").linkLifetime(Duration.ofSeconds(60)).build());
        assertThat(gangway.register(hasty, RequestBuilder.by(hasty, "hasty@example.com"))
                        .redirectExpiresAt())
                .isEqualTo(Instant.parse("2026-03-01T09:01:00Z"));
    }

    @Test
    void theCallIsAudited() {
        Registered answer = register(RequestBuilder.of("user@example.com"));
        assertThat(gangway.store().observed().audit())
                .contains(new AuditEntry(
                        AuditAction.USER_REGISTERED,
                        sixpence.id(),
                        gangway.principal(sixpence).credentialId(),
                        answer.userId().value(),
                        InMemoryGangway.ORIGIN,
                        gangway.clock().instant()));
    }

    @Test
    void anotherPartnersSourceIsRefusedAndNothingIsKept() {
        Map<String, Long> before = gangway.store().observed().rows();
        for (String source : new String[] {"OTHER", "sixpence", "Sixpence", "SIXPENCE ", "S\u0131XPENCE"}) {
            Outcome outcome = gangway.registerPartnerUser()
                    .execute(gangway.command(
                            sixpence, RequestBuilder.of("user@example.com").partnerSource(source)));
            assertThat(outcome).as(source).isEqualTo(new Outcome.Refused(ErrorCode.PARTNER_MISMATCH));
        }
        assertThat(gangway.store().observed().rows()).isEqualTo(before);
    }

    @Test
    void aPartnersIdOfAnotherUserIsRefusedAndNothingIsKept() {
        register(RequestBuilder.of("one@example.com").partnerUserId("p-1"));
        Map<String, Long> before = gangway.store().observed().rows();
        assertThat(gangway.registerPartnerUser()
                        .execute(gangway.command(
                                sixpence, RequestBuilder.of("two@example.com").partnerUserId("p-1"))))
                .isEqualTo(new Outcome.Refused(ErrorCode.PARTNER_USER_ID_IN_USE));
        assertThat(gangway.store().observed().rows()).isEqualTo(before);
    }

    @Test
    void nothingThatTheOutcomeSaysOfItselfTellsTheLink() {
        Registered answer = register(RequestBuilder.of("user@example.com"));
        assertThat(answer.toString())
                .doesNotContain(answer.redirectUrl().value())
                .doesNotContain(InMemoryGangway.tokenOf(answer).reveal());
    }
}
