package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@code PartnerCredentials} is held to. */
public interface PartnerCredentialsContract extends PersistenceContract {
    @Test
    default void theLastUseOfACredentialIsTold() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        CredentialId used = issued(desk, sixpence, "used").id();
        CredentialId unused = issued(desk, sixpence, "unused").id();
        CredentialId others = issued(desk, other, "others").id();
        PartnerCredentials credentials = ports().partnerCredentials();
        assertThat(credentials.lastUsed(sixpence.id())).isEmpty();
        Instant at = desk.now();
        credentials.used(Map.of(used, at, others, at.plusSeconds(1), desk.ids().credentialId(), at));
        credentials.used(Map.of(used, at.minusSeconds(60)));
        credentials.used(Map.of());
        assertThat(credentials.lastUsed(sixpence.id())).containsExactly(Map.entry(used, at));
        assertThat(credentials.lastUsed(other.id())).containsExactly(Map.entry(others, at.plusSeconds(1)));
        credentials.used(Map.of(used, at.plusSeconds(60), unused, at));
        assertThat(credentials.lastUsed(sixpence.id()))
                .containsOnly(Map.entry(used, at.plusSeconds(60)), Map.entry(unused, at));
    }

    private PartnerCredential credential(
            Desk desk, Partner partner, Set<Scope> scopes, @Nullable String label, @Nullable Instant expiresAt) {
        return new PartnerCredential(
                desk.ids().credentialId(),
                partner.id(),
                CredentialType.BEARER,
                scopes,
                label,
                desk.now(),
                expiresAt,
                null);
    }

    private PartnerCredential issued(Desk desk, Partner partner, String token) {
        PartnerCredential credential = credential(desk, partner, Scope.DEFAULT, null, null);
        add(desk, credential, token);
        return credential;
    }

    private void add(Desk desk, PartnerCredential credential, String token) {
        ports().partnerCredentials()
                .add(
                        credential,
                        new CredentialMaterial.TokenHash(Hashes.of(token)),
                        desk.audit(
                                AuditAction.CREDENTIAL_ISSUED,
                                null,
                                credential.id().value()));
    }

    private boolean rotate(
            Desk desk, CredentialId old, Instant oldExpiresAt, PartnerCredential replacement, String token) {
        return ports().partnerCredentials()
                .rotate(
                        old,
                        oldExpiresAt,
                        replacement,
                        new CredentialMaterial.TokenHash(Hashes.of(token)),
                        desk.audit(AuditAction.CREDENTIAL_ROTATED, null, old.value()),
                        desk.now());
    }

    private boolean revoke(Desk desk, CredentialId id) {
        return ports().partnerCredentials()
                .revoke(id, desk.now(), desk.audit(AuditAction.CREDENTIAL_REVOKED, null, id.value()));
    }

    private PartnerCredential read(PartnerCredential credential) {
        return Objects.requireNonNull(ports().partnerCredentials().find(credential.id()));
    }

    @Test
    default void aCredentialReadsBackAsItWasWritten() {
        Desk desk = desk();
        Partner partner = desk.sixpence();
        PartnerCredential plain = issued(desk, partner, "t1");
        PartnerCredential full = credential(
                desk,
                partner,
                EnumSet.allOf(Scope.class),
                "\uD83D\uDE00".repeat(100),
                desk.now().plusNanos(123_456_000));
        add(desk, full, "t2");
        PartnerCredential narrow = credential(desk, partner, Set.of(Scope.USERS_WRITE), "one", null);
        add(desk, narrow, "t3");
        assertThat(read(plain)).isEqualTo(plain);
        assertThat(read(full)).isEqualTo(full);
        assertThat(read(narrow)).isEqualTo(narrow);
        assertThat(ports().partnerCredentials().find(desk.ids().credentialId())).isNull();
        assertThat(ports().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.CREDENTIAL_ISSUED)
                .hasSize(3);
    }

    @Test
    default void aPartnersCredentialsComeOldestFirstThoseThatEndedIncluded() {
        Desk desk = desk();
        Partner partner = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        PartnerCredential first = issued(desk, partner, "t1");
        issued(desk, other, "t2");
        desk.later(Duration.ofSeconds(1));
        PartnerCredential second = issued(desk, partner, "t3");
        revoke(desk, first.id());
        assertThat(ports().partnerCredentials().of(partner.id()))
                .extracting(PartnerCredential::id)
                .containsExactly(first.id(), second.id());
    }

    @Test
    default void aRotatedCredentialEndsWithTheOverlapAndTheNewOneIsThere() {
        Desk desk = desk();
        Partner partner = desk.sixpence();
        PartnerCredential old = issued(desk, partner, "t1");
        Instant end = desk.now().plus(Duration.ofHours(24));
        PartnerCredential replacement = credential(desk, partner, Scope.DEFAULT, null, null);
        assertThat(rotate(desk, old.id(), end, replacement, "t2")).isTrue();
        assertThat(read(old).expiresAt()).isEqualTo(end);
        assertThat(read(replacement)).isEqualTo(replacement);
        assertThat(ports().credentialLookup().byTokenHash(Hashes.of("t1"))).isNotNull();
        assertThat(ports().credentialLookup().byTokenHash(Hashes.of("t2"))).isNotNull();
        assertThat(ports().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.CREDENTIAL_ROTATED)
                .hasSize(1);
    }

    @Test
    default void aRotationNeverLengthensALife() {
        Desk desk = desk();
        Partner partner = desk.sixpence();
        Instant soon = desk.now().plus(Duration.ofHours(1));
        PartnerCredential old = credential(desk, partner, Scope.DEFAULT, null, soon);
        add(desk, old, "t1");
        assertThat(rotate(
                        desk,
                        old.id(),
                        desk.now().plus(Duration.ofHours(24)),
                        credential(desk, partner, Scope.DEFAULT, null, null),
                        "t2"))
                .isTrue();
        assertThat(read(old).expiresAt()).isEqualTo(soon);
    }

    @Test
    default void aRotatedCredentialKeepsTheEndThatItWasIssuedWith() {
        Desk desk = desk();
        Partner partner = desk.sixpence();
        Instant late = desk.now().plus(Duration.ofDays(90));
        PartnerCredential endless = issued(desk, partner, "t1");
        PartnerCredential bounded = credential(desk, partner, Scope.DEFAULT, null, late);
        add(desk, bounded, "t2");
        Instant soon = desk.now().plus(Duration.ofHours(1));
        for (int round = 0; round < 2; round++) {
            for (PartnerCredential old : List.of(endless, bounded)) {
                PartnerCredential replacement = credential(desk, partner, Scope.DEFAULT, null, null);
                String token = "new " + round + old.id();
                assertThat(rotate(desk, old.id(), soon, replacement, token)).isTrue();
                assertThat(read(old).expiresAt()).isEqualTo(soon);
            }
            assertThat(read(endless).issuedUntil()).isNull();
            assertThat(read(bounded).issuedUntil()).isEqualTo(late);
            desk.later(Duration.ofMinutes(1));
        }
    }

    @Test
    default void whatIsNotActiveIsNotRotatedAndNothingIsWritten() {
        Desk desk = desk();
        Partner partner = desk.sixpence();
        PartnerCredential revoked = issued(desk, partner, "t1");
        revoke(desk, revoked.id());
        PartnerCredential expired = credential(desk, partner, Scope.DEFAULT, null, desk.now());
        add(desk, expired, "t2");
        Map<String, Long> before = ports().observed().rows();
        List<CredentialId> inactive =
                List.of(revoked.id(), expired.id(), desk.ids().credentialId());
        for (CredentialId id : inactive) {
            PartnerCredential replacement = credential(desk, partner, Scope.DEFAULT, null, null);
            assertThat(rotate(desk, id, desk.now(), replacement, "t3")).isFalse();
            assertThat(ports().partnerCredentials().find(replacement.id())).isNull();
        }
        assertThat(ports().observed().rows()).isEqualTo(before);
    }

    @Test
    default void ofManyRotationsWithoutOverlapExactlyOneIsKept() {
        Desk desk = desk();
        Partner partner = desk.sixpence();
        PartnerCredential old = issued(desk, partner, "t");
        List<Boolean> rotated = Race.among(
                16,
                i -> rotate(
                        desk,
                        old.id(),
                        desk.now(),
                        credential(desk, partner, Scope.DEFAULT, null, null),
                        "racer " + i));
        assertThat(rotated).filteredOn(Boolean.TRUE::equals).hasSize(1);
        assertThat(ports().partnerCredentials().of(partner.id())).hasSize(2);
    }

    @Test
    default void aRevokedCredentialIsRevokedForGoodAndOnce() {
        Desk desk = desk();
        PartnerCredential credential = issued(desk, desk.sixpence(), "t1");
        Instant first = desk.now();
        assertThat(revoke(desk, credential.id())).isTrue();
        desk.later(Duration.ofMinutes(1));
        assertThat(revoke(desk, credential.id())).isFalse();
        assertThat(read(credential).revokedAt()).isEqualTo(first);
        assertThat(read(credential).isActive(desk.now())).isFalse();
        assertThat(revoke(desk, desk.ids().credentialId())).isFalse();
        assertThat(ports().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.CREDENTIAL_REVOKED)
                .hasSize(1);
    }

    @Test
    default void ofManyRevocationsExactlyOneIsKept() {
        Desk desk = desk();
        PartnerCredential credential = issued(desk, desk.sixpence(), "t1");
        List<Boolean> revoked = Race.among(16, i -> revoke(desk, credential.id()));
        assertThat(revoked).filteredOn(Boolean.TRUE::equals).hasSize(1);
        assertThat(ports().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.CREDENTIAL_REVOKED)
                .hasSize(1);
    }
}
