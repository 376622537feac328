package dev.gangway.application.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.registration.RegisterPartnerUser.Outcome;
import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.report.UserReport;
import dev.gangway.application.signin.RedeemRedirectToken;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.contract.QueuedImport;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.SourceAnswer;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A register call for somebody who exists: the same answer, and nothing twice. */
class RegisterKnownUserTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
    private final Registered first = register(RequestBuilder.of("user@example.com"));

    private Registered register(RequestBuilder request) {
        return gangway.register(sixpence, request);
    }

    private Outcome attempt(Partner partner, RequestBuilder request) {
        return gangway.registerPartnerUser().execute(gangway.command(partner, request));
    }

    private static RequestBuilder again() {
        return RequestBuilder.of("user@example.com");
    }

    private static RequestBuilder withNewSecret() {
        return again().key(RequestBuilder.API_KEY, "another-api-secret");
    }

    private SourceId source() {
        return first.sources().get(0).id();
    }

    private Begun begin() {
        return Objects.requireNonNull(gangway.ports()
                .sourceImports()
                .begin(source(), gangway.ids().importRunId(), gangway.clock().instant()));
    }

    private void populate() {
        assertThat(gangway.ports()
                        .sourceImports()
                        .complete(begin(), gangway.clock().instant()))
                .isTrue();
    }

    private SourceStatus status() {
        return gangway.report(first.userId()).sources().get(0).status();
    }

    private List<QueuedImport> queued() {
        return gangway.store().observed().queuedImports();
    }

    @Test
    void theSameCallAgainIsAnsweredAlikeAndAddsNothing() {
        Registered answer = register(again());
        assertThat(answer.created()).isFalse();
        assertThat(answer.userId()).isEqualTo(first.userId());
        assertThat(answer.sourcesAdded()).isZero();
        assertThat(answer.sources())
                .containsExactly(
                        new SourceAnswer(source(), first.sources().get(0).exchange(), true));
        assertThat(answer.redirectUrl()).isNotEqualTo(first.redirectUrl());
        assertThat(queued()).hasSize(1);
        assertThat(gangway.store().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.USER_REGISTERED_AGAIN)
                .hasSize(1);
    }

    @Test
    void theAddressIsComparedInAsciiCaseOnly() {
        assertThat(register(again().email("USER@EXAMPLE.COM")).userId()).isEqualTo(first.userId());
        assertThat(register(again().email("us.er@example.com")).created()).isTrue();
        assertThat(register(again().email("user+tag@example.com")).created()).isTrue();
    }

    @Test
    void aDomainInItsAsciiFormIsTheSame() {
        Registered unicode = register(again().email("user@b\u00FCcher.example"));
        assertThat(register(again().email("User@XN--bcher-kva.example")).userId())
                .isEqualTo(unicode.userId());
        assertThat(gangway.report(unicode.userId()).email()).isEqualTo("user@b\u00FCcher.example");
    }

    @Test
    void whoTheUserIsNeverChanges() {
        register(again().name("Other").surname("Person").jurisdiction("USA"));
        UserReport report = gangway.report(first.userId());
        assertThat(report.name()).isEqualTo("Jordan");
        assertThat(report.email()).isEqualTo("user@example.com");
    }

    @Test
    void aNewKeyIsAddedBesideTheDuplicate() {
        Registered answer = register(
                again().key("second-api-key", "second-secret").key(RequestBuilder.API_KEY, RequestBuilder.API_SECRET));
        assertThat(answer.sourcesAdded()).isEqualTo(1);
        assertThat(answer.sources()).extracting(SourceAnswer::duplicate).containsExactly(false, true);
        assertThat(answer.sources().get(1).id()).isEqualTo(source());
        assertThat(queued()).hasSize(2);
    }

    @Test
    void aReplacedSecretReplacesTheSealAndIsStillADuplicate() {
        populate();
        Registered answer = register(withNewSecret());
        assertThat(answer.sourcesAdded()).isZero();
        assertThat(answer.sources().get(0).duplicate()).isTrue();
        assertThat(gangway.crypto().vault().open(begin().credentials()).apiSecret())
                .isEqualTo(Secret.of("another-api-secret"));
        assertThat(status()).isEqualTo(SourceStatus.POPULATED);
        assertThat(queued()).hasSize(1);
    }

    @Test
    void theLastOfTwoSecretsInOneCallStays() {
        register(again().key(RequestBuilder.API_KEY, "secret-number-1").key(RequestBuilder.API_KEY, "secret-number-2"));
        assertThat(gangway.crypto().vault().open(begin().credentials()).apiSecret())
                .isEqualTo(Secret.of("secret-number-2"));
    }

    @Test
    void aReplacedPassphraseIsAReplacedSecret() {
        register(again().key("SIXPENCE", RequestBuilder.API_KEY, RequestBuilder.API_SECRET, "new passphrase"));
        assertThat(gangway.crypto().vault().open(begin().credentials()).passphrase())
                .isEqualTo(Secret.of("new passphrase"));
    }

    @Test
    void aSecretReplacedBeforeTheFirstImportIsOverCausesAnotherRun() {
        Begun old = begin();
        register(withNewSecret());
        assertThat(queued()).hasSize(2);
        assertThat(gangway.ports()
                        .sourceImports()
                        .fail(
                                old,
                                SourceFailure.CREDENTIALS_REFUSED,
                                gangway.clock().instant()))
                .isFalse();
        assertThat(status()).isEqualTo(SourceStatus.PROCESSING);
    }

    @ParameterizedTest
    @EnumSource(SourceFailure.class)
    void aFailedSourceIsRequeuedByTheSameCredentialsAndByNewOnes(SourceFailure failure) {
        gangway.ports().sourceImports().fail(begin(), failure, gangway.clock().instant());
        register(again());
        assertThat(status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(queued()).hasSize(2);
        gangway.ports().sourceImports().fail(begin(), failure, gangway.clock().instant());
        assertThat(register(withNewSecret()).sources().get(0).duplicate()).isTrue();
        assertThat(status()).isEqualTo(SourceStatus.PROCESSING);
        assertThat(queued()).hasSize(3);
        assertThat(gangway.crypto().vault().open(begin().credentials()).apiSecret())
                .isEqualTo(Secret.of("another-api-secret"));
    }

    @Test
    void aFreshLinkSupersedesTheUnusedOne() {
        Registered answer = register(again());
        assertThat(follow(first))
                .isInstanceOfSatisfying(
                        RedeemRedirectToken.Outcome.Dead.class,
                        dead -> assertThat(dead.state()).isEqualTo(LinkState.SUPERSEDED));
        assertThat(follow(answer)).isInstanceOf(RedeemRedirectToken.Outcome.SignedIn.class);
    }

    private RedeemRedirectToken.Outcome follow(Registered registered) {
        return gangway.redeemRedirectToken()
                .execute(new RedeemRedirectToken.Command(
                        InMemoryGangway.tokenOf(registered),
                        RedeemRedirectToken.Intent.NAVIGATION,
                        null,
                        InMemoryGangway.ORIGIN));
    }

    @Test
    void anotherPartnersUserIsRefusedAndNothingIsKept() {
        Partner other = gangway.enrol(PartnerBuilder.of("other").build());
        Map<String, Long> before = gangway.store().observed().rows();
        assertThat(attempt(other, RequestBuilder.by(other, "USER@example.com")))
                .isEqualTo(new Outcome.Refused(ErrorCode.USER_LINKED_TO_OTHER_PARTNER));
        assertThat(gangway.store().observed().rows()).isEqualTo(before);
        assertThat(follow(first)).isInstanceOf(RedeemRedirectToken.Outcome.SignedIn.class);
    }

    @Test
    void inARealmOfItsOwnAPartnerMeetsNobodyElsesUsers() {
        Partner own = gangway.enrol(PartnerBuilder.of("own").realm("own").build());
        Registered answer = gangway.register(own, RequestBuilder.by(own, "user@example.com"));
        assertThat(answer.created()).isTrue();
        assertThat(answer.userId()).isNotEqualTo(first.userId());
    }

    @Test
    void aPartnersIdIsLearntOnceAndThenHolds() {
        register(again().partnerUserId("p-1"));
        assertThat(register(again().partnerUserId("p-1")).created()).isFalse();
        assertThat(register(again()).created()).isFalse();
        Map<String, Long> before = gangway.store().observed().rows();
        assertThat(attempt(sixpence, again().partnerUserId("p-2")))
                .isEqualTo(new Outcome.Refused(ErrorCode.PARTNER_USER_ID_IN_USE));
        assertThat(gangway.store().observed().rows()).isEqualTo(before);
    }

    @Test
    void aPartnersIdOfAnotherUserIsRefusedAndNothingIsKept() {
        register(RequestBuilder.of("other@example.com").partnerUserId("p-1"));
        Map<String, Long> before = gangway.store().observed().rows();
        assertThat(attempt(sixpence, again().partnerUserId("p-1")))
                .isEqualTo(new Outcome.Refused(ErrorCode.PARTNER_USER_ID_IN_USE));
        assertThat(gangway.store().observed().rows()).isEqualTo(before);
    }

    @Test
    void anotherPartnersUserIsRefusedBeforeThePartnersIdIsLookedAt() {
        Partner other = gangway.enrol(PartnerBuilder.of("other").build());
        gangway.register(other, RequestBuilder.by(other, "theirs@example.com").partnerUserId("p-1"));
        assertThat(attempt(other, RequestBuilder.by(other, "user@example.com").partnerUserId("p-1")))
                .isEqualTo(new Outcome.Refused(ErrorCode.USER_LINKED_TO_OTHER_PARTNER));
    }

    @Test
    void aKeyIsADuplicateUnderWhicheverRingKeyItsSourceIsFingerprinted() {
        gangway.crypto().fingerprints().next();
        Registered answer = register(again().key("second-api-key", "second-secret"));
        assertThat(answer.sourcesAdded()).as("under the next key").isEqualTo(1);
        gangway.crypto().fingerprints().next();
        Registered both = register(
                again().key(RequestBuilder.API_KEY, RequestBuilder.API_SECRET).key("second-api-key", "second-secret"));
        assertThat(both.sourcesAdded()).isZero();
        assertThat(both.sources())
                .extracting(SourceAnswer::id)
                .containsExactly(source(), answer.sources().get(0).id());
        assertThat(queued()).as("no secret has changed").hasSize(2);
    }

    @Test
    void aNewSecretIsStoredUnderTheRingKeyThatIsInUse() {
        gangway.crypto().fingerprints().next();
        Registered answer = register(withNewSecret());
        assertThat(answer.sources()).extracting(SourceAnswer::duplicate).containsExactly(true);
        assertThat(known().ringKeys()).containsExactly("2");
        int before = queued().size();
        register(withNewSecret());
        assertThat(queued()).as("the same secret again").hasSize(before);
    }

    private KnownUser known() {
        return Objects.requireNonNull(gangway.ports()
                .registrations()
                .snapshot(sixpence.realm(), again().build(sixpence).email(), sixpence.id(), null));
    }
}
