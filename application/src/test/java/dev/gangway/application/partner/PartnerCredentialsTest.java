package dev.gangway.application.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.apikey.CredentialLimits;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.OutboundSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials are issued, rotated and revoked, and their secrets are seen once. */
class PartnerCredentialsTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());

    private IssueCredential.Outcome.Issued issue(String reference) {
        IssueCredential.Outcome outcome = gangway.issueCredential()
                .execute(IssueCredential.Command.bearer(
                        new PartnerReference(reference), CredentialLimits.NONE, "label", InMemoryGangway.ORIGIN));
        assertThat(outcome).isInstanceOf(IssueCredential.Outcome.Issued.class);
        return (IssueCredential.Outcome.Issued) outcome;
    }

    private RotateCredential.Outcome rotate(PartnerCredential credential, Duration overlap) {
        return gangway.rotateCredential()
                .execute(new RotateCredential.Command(credential.id(), overlap, null, InMemoryGangway.ORIGIN));
    }

    private RevokeCredential.Outcome revoke(PartnerCredential credential) {
        return gangway.revokeCredential()
                .execute(new RevokeCredential.Command(credential.id(), InMemoryGangway.ORIGIN));
    }

    private static OutboundSecret secret(IssueCredential.Outcome.Issued issued) {
        return Objects.requireNonNull(issued.secret());
    }

    private static OutboundSecret secret(RotateCredential.Outcome.Rotated rotated) {
        return Objects.requireNonNull(rotated.secret());
    }

    private boolean isLetIn(OutboundSecret token) {
        return gangway.authenticatePartner()
                        .execute(new AuthenticatePartner.Command(InMemoryGangway.callWith("Bearer " + token.value())))
                instanceof AuthenticatePartner.Outcome.Authenticated;
    }

    @Test
    void anIssuedTokenLetsItsPartnerIn() {
        IssueCredential.Outcome.Issued issued = issue("sixpence");
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
        assertThat(isLetIn(secret(issued))).isTrue();
        assertThat(issued.toString()).doesNotContain(secret(issued).value());
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
        assertThat(gangway.issueCredential()
                        .execute(IssueCredential.Command.bearer(
                                new PartnerReference(reference), CredentialLimits.NONE, null, InMemoryGangway.ORIGIN)))
                .isEqualTo(new IssueCredential.Outcome.NoSuchPartner());
    }

    @Test
    void severalTokensMayBeActive() {
        OutboundSecret one = secret(issue("sixpence"));
        OutboundSecret two = secret(issue("sixpence"));
        assertThat(isLetIn(one)).isTrue();
        assertThat(isLetIn(two)).isTrue();
    }

    @Test
    void aRotatedTokenOverlapsWithTheNewOne() {
        IssueCredential.Outcome.Issued old = issue("sixpence");
        Instant end = gangway.clock().instant().plus(Duration.ofHours(24));
        RotateCredential.Outcome outcome = rotate(old.credential(), Duration.ofHours(24));
        assertThat(outcome).isInstanceOf(RotateCredential.Outcome.Rotated.class);
        RotateCredential.Outcome.Rotated rotated = (RotateCredential.Outcome.Rotated) outcome;
        assertThat(rotated.oldExpiresAt()).isEqualTo(end);
        assertThat(rotated.replacement().scopes()).isEqualTo(old.credential().scopes());
        assertThat(rotated.replacement().label()).isEqualTo("label");
        assertThat(rotated.toString()).doesNotContain(secret(rotated).value());
        assertThat(isLetIn(secret(old))).isTrue();
        assertThat(isLetIn(secret(rotated))).isTrue();
        gangway.clock().set(end);
        assertThat(isLetIn(secret(old))).isFalse();
        assertThat(isLetIn(secret(rotated))).isTrue();
    }

    @Test
    void withoutAnOverlapTheOldTokenEndsAtOnceAndIsNotRotatedAgain() {
        IssueCredential.Outcome.Issued old = issue("sixpence");
        assertThat(rotate(old.credential(), Duration.ZERO)).isInstanceOf(RotateCredential.Outcome.Rotated.class);
        assertThat(isLetIn(secret(old))).isFalse();
        assertThat(rotate(old.credential(), Duration.ZERO)).isEqualTo(new RotateCredential.Outcome.NotActive());
    }

    @Test
    void aSecondRotationDoesNotLengthenTheFirstOverlap() {
        IssueCredential.Outcome.Issued old = issue("sixpence");
        Instant end = gangway.clock().instant().plus(Duration.ofHours(1));
        rotate(old.credential(), Duration.ofHours(1));
        assertThat(rotate(old.credential(), Duration.ofHours(24)))
                .isInstanceOfSatisfying(
                        RotateCredential.Outcome.Rotated.class,
                        rotated -> assertThat(rotated.oldExpiresAt()).isEqualTo(end));
        gangway.clock().set(end);
        assertThat(isLetIn(secret(old))).isFalse();
    }

    /** The secret of the first replacement may have got lost: the overlap is the old one's end and nobody else's. */
    @Test
    void whatReplacesACredentialInItsOverlapLivesAsLongAsThatWasToLive() {
        IssueCredential.Outcome.Issued old = issue("sixpence");
        rotate(old.credential(), Duration.ofHours(1));
        assertThat(rotate(old.credential(), Duration.ofHours(1)))
                .isInstanceOfSatisfying(
                        RotateCredential.Outcome.Rotated.class,
                        rotated -> assertThat(rotated.replacement().expiresAt()).isNull());
    }

    @Test
    void aNegativeOverlapIsAMistakeOfOurs() {
        PartnerCredential credential = issue("sixpence").credential();
        assertThatThrownBy(() -> rotate(credential, Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRevokedTokenLetsNobodyIn() {
        IssueCredential.Outcome.Issued issued = issue("sixpence");
        assertThat(revoke(issued.credential())).isEqualTo(new RevokeCredential.Outcome.Revoked());
        assertThat(isLetIn(secret(issued))).isFalse();
        assertThat(revoke(issued.credential())).isEqualTo(new RevokeCredential.Outcome.AlreadyRevoked());
        assertThat(rotate(issued.credential(), Duration.ZERO)).isEqualTo(new RotateCredential.Outcome.NotActive());
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
        assertThat(revoke(never)).isEqualTo(new RevokeCredential.Outcome.NoSuchCredential());
        assertThat(rotate(never, Duration.ZERO)).isEqualTo(new RotateCredential.Outcome.NoSuchCredential());
    }
}
