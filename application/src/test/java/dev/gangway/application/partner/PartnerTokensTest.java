package dev.gangway.application.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.OutboundSecret;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are issued, rotated and revoked, and are seen once. */
class PartnerTokensTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());

    private IssuePartnerToken.Outcome.Issued issue(String reference) {
        IssuePartnerToken.Outcome outcome = gangway.issuePartnerToken()
                .execute(new IssuePartnerToken.Command(
                        new PartnerReference(reference), "label", InMemoryGangway.ORIGIN));
        assertThat(outcome).isInstanceOf(IssuePartnerToken.Outcome.Issued.class);
        return (IssuePartnerToken.Outcome.Issued) outcome;
    }

    private RotatePartnerToken.Outcome rotate(PartnerCredential credential, Duration overlap) {
        return gangway.rotatePartnerToken()
                .execute(new RotatePartnerToken.Command(credential.id(), overlap, InMemoryGangway.ORIGIN));
    }

    private RevokePartnerToken.Outcome revoke(PartnerCredential credential) {
        return gangway.revokePartnerToken()
                .execute(new RevokePartnerToken.Command(credential.id(), InMemoryGangway.ORIGIN));
    }

    private boolean isLetIn(OutboundSecret token) {
        return gangway.authenticatePartner()
                        .execute(new AuthenticatePartner.Command(InMemoryGangway.callWith("Bearer " + token.value())))
                instanceof AuthenticatePartner.Outcome.Authenticated;
    }

    @Test
    void anIssuedTokenLetsItsPartnerIn() {
        IssuePartnerToken.Outcome.Issued issued = issue("sixpence");
        assertThat(issued.partner()).isEqualTo(sixpence);
        assertThat(issued.credential())
                .isEqualTo(new PartnerCredential(
                        issued.credential().id(),
                        sixpence.id(),
                        CredentialType.BEARER,
                        Scope.DEFAULT,
                        "label",
                        gangway.clock().instant(),
                        null,
                        null));
        assertThat(isLetIn(issued.token())).isTrue();
        assertThat(issued.toString()).doesNotContain(issued.token().value());
    }

    @Test
    void aDefaultTokenManagesNeitherCredentialsNorWebhooks() {
        assertThat(issue("sixpence").credential().scopes())
                .contains(Scope.USERS_WRITE)
                .doesNotContain(Scope.CREDENTIALS_MANAGE, Scope.WEBHOOKS_MANAGE);
    }

    @Test
    void aPartnerIsNamedBySlugSourceOrId() {
        for (String reference :
                new String[] {"sixpence", "SIXPENCE", "SixPence", sixpence.id().toString()}) {
            assertThat(issue(reference).partner()).isEqualTo(sixpence);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "1-1-1-1-1", "sixpence ", "S\u0131XPENCE", "\uD83D\uDE00"})
    void nobodyIsNamedByAnythingElse(String reference) {
        assertThat(gangway.issuePartnerToken()
                        .execute(new IssuePartnerToken.Command(
                                new PartnerReference(reference), null, InMemoryGangway.ORIGIN)))
                .isEqualTo(new IssuePartnerToken.Outcome.NoSuchPartner());
    }

    @Test
    void severalTokensMayBeActive() {
        OutboundSecret one = issue("sixpence").token();
        OutboundSecret two = issue("sixpence").token();
        assertThat(isLetIn(one)).isTrue();
        assertThat(isLetIn(two)).isTrue();
    }

    @Test
    void aRotatedTokenOverlapsWithTheNewOne() {
        IssuePartnerToken.Outcome.Issued old = issue("sixpence");
        Instant end = gangway.clock().instant().plus(Duration.ofHours(24));
        RotatePartnerToken.Outcome outcome = rotate(old.credential(), Duration.ofHours(24));
        assertThat(outcome).isInstanceOf(RotatePartnerToken.Outcome.Rotated.class);
        RotatePartnerToken.Outcome.Rotated rotated = (RotatePartnerToken.Outcome.Rotated) outcome;
        assertThat(rotated.oldExpiresAt()).isEqualTo(end);
        assertThat(rotated.replacement().scopes()).isEqualTo(old.credential().scopes());
        assertThat(rotated.replacement().label()).isEqualTo("label");
        assertThat(rotated.toString()).doesNotContain(rotated.token().value());
        assertThat(isLetIn(old.token())).isTrue();
        assertThat(isLetIn(rotated.token())).isTrue();
        gangway.clock().set(end);
        assertThat(isLetIn(old.token())).isFalse();
        assertThat(isLetIn(rotated.token())).isTrue();
    }

    @Test
    void withoutAnOverlapTheOldTokenEndsAtOnceAndIsNotRotatedAgain() {
        IssuePartnerToken.Outcome.Issued old = issue("sixpence");
        assertThat(rotate(old.credential(), Duration.ZERO)).isInstanceOf(RotatePartnerToken.Outcome.Rotated.class);
        assertThat(isLetIn(old.token())).isFalse();
        assertThat(rotate(old.credential(), Duration.ZERO)).isEqualTo(new RotatePartnerToken.Outcome.NotActive());
    }

    @Test
    void aSecondRotationDoesNotLengthenTheFirstOverlap() {
        IssuePartnerToken.Outcome.Issued old = issue("sixpence");
        Instant end = gangway.clock().instant().plus(Duration.ofHours(1));
        rotate(old.credential(), Duration.ofHours(1));
        assertThat(rotate(old.credential(), Duration.ofHours(24)))
                .isInstanceOfSatisfying(
                        RotatePartnerToken.Outcome.Rotated.class,
                        rotated -> assertThat(rotated.oldExpiresAt()).isEqualTo(end));
        gangway.clock().set(end);
        assertThat(isLetIn(old.token())).isFalse();
    }

    @Test
    void aNegativeOverlapIsAMistakeOfOurs() {
        PartnerCredential credential = issue("sixpence").credential();
        assertThatThrownBy(() -> rotate(credential, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRevokedTokenLetsNobodyIn() {
        IssuePartnerToken.Outcome.Issued issued = issue("sixpence");
        assertThat(revoke(issued.credential())).isEqualTo(new RevokePartnerToken.Outcome.Revoked());
        assertThat(isLetIn(issued.token())).isFalse();
        assertThat(revoke(issued.credential())).isEqualTo(new RevokePartnerToken.Outcome.AlreadyRevoked());
        assertThat(rotate(issued.credential(), Duration.ZERO)).isEqualTo(new RotatePartnerToken.Outcome.NotActive());
        assertThat(gangway.store().observed().audit())
                .extracting(entry -> entry.action())
                .containsExactly(
                        AuditAction.PARTNER_ENROLLED, AuditAction.CREDENTIAL_ISSUED, AuditAction.CREDENTIAL_REVOKED);
    }

    @Test
    void whatWasNeverIssuedIsSaidNotToBeThere() {
        PartnerCredential never = new PartnerCredential(
                gangway.ids().credentialId(),
                sixpence.id(),
                CredentialType.BEARER,
                Scope.DEFAULT,
                null,
                gangway.clock().instant(),
                null,
                null);
        assertThat(revoke(never)).isEqualTo(new RevokePartnerToken.Outcome.NoSuchCredential());
        assertThat(rotate(never, Duration.ZERO)).isEqualTo(new RotatePartnerToken.Outcome.NoSuchCredential());
    }
}
