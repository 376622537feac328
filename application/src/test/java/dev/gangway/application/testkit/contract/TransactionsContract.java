package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.signin.NewSession;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@code Transactions} is held to, and that every port joins it. */
public interface TransactionsContract extends PersistenceContract {
    /** What a test throws in the middle of a transaction. */
    final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Writes something through every port that writes. */
    private void writeEverything(Desk desk, Partner partner, Handed known) {
        desk.register(partner, "new@example.com");
        desk.register(partner, "known@example.com");
        Handed fresh = desk.register(partner, "fresh@example.com");
        ports().sourceImports().complete(desk.begin(fresh.source()), desk.now());
        ports().redirectTokens()
                .consume(
                        fresh.link(),
                        desk.now(),
                        new NewSession(Hashes.of("s"), fresh.user(), desk.now()),
                        null,
                        desk.audit(AuditAction.LINK_CONSUMED, partner, "x"));
        desk.enrol(PartnerBuilder.of("other").build());
        ports().partnerCredentials()
                .add(
                        new PartnerCredential(
                                desk.ids().credentialId(),
                                partner.id(),
                                CredentialType.BEARER,
                                Scope.DEFAULT,
                                null,
                                desk.now(),
                                null,
                                null),
                        new CredentialMaterial.TokenHash(Hashes.of("token")),
                        desk.audit(AuditAction.CREDENTIAL_ISSUED, partner, "x"));
        ports().keyRings().add(List.of(new WrappedKey("k1", KeyPurpose.LINKS, "m", "w", desk.now(), desk.now(), null)));
        ports().sourceImports().begin(known.source(), desk.ids().importRunId(), desk.now());
    }

    @Test
    default void theWorksResultIsTheTransactions() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = ports().transactions().inTransaction(() -> desk.register(sixpence, "user@example.com"));
        assertThat(Objects.requireNonNull(desk.snapshot(sixpence, "user@example.com"))
                        .id())
                .isEqualTo(handed.user());
    }

    @Test
    default void whatThrowsLeavesNothing() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed known = desk.register(sixpence, "known@example.com");
        Map<String, Long> before = ports().observed().rows();
        Interruption interruption = new Interruption();
        assertThatThrownBy(() -> ports().transactions().inTransaction(() -> {
                    writeEverything(desk, sixpence, known);
                    throw interruption;
                }))
                .isSameAs(interruption);
        assertThat(ports().observed().rows()).isEqualTo(before);
        assertThat(desk.snapshot(sixpence, "new@example.com")).isNull();
        assertThat(Objects.requireNonNull(ports().redirectTokens().find(known.link()))
                        .token()
                        .state(desk.now()))
                .isEqualTo(LinkState.LIVE);
        assertThat(ports().keyRings().all()).isEmpty();
        assertThat(ports().sessions().find(Hashes.of("s"))).isNull();
    }

    @Test
    default void whatDoesNotThrowKeepsAllOfIt() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed known = desk.register(sixpence, "known@example.com");
        ports().transactions().inTransaction(() -> {
            writeEverything(desk, sixpence, known);
            return known;
        });
        assertThat(desk.snapshot(sixpence, "new@example.com")).isNotNull();
        assertThat(ports().keyRings().all()).hasSize(1);
        assertThat(ports().sessions().find(Hashes.of("s"))).isNotNull();
        assertThat(ports().partners().all()).hasSize(2);
    }

    @Test
    default void aCallWithinACallJoinsTheOuterOne() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Map<String, Long> before = ports().observed().rows();
        assertThatThrownBy(() -> ports().transactions().inTransaction(() -> {
                    ports().transactions().inTransaction(() -> desk.register(sixpence, "inner@example.com"));
                    throw new Interruption();
                }))
                .isInstanceOf(Interruption.class);
        assertThat(ports().observed().rows()).isEqualTo(before);
    }

    @Test
    default void whatWasWrittenIsReadWithinTheTransaction() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        boolean seen = ports().transactions().inTransaction(() -> {
            desk.register(sixpence, "user@example.com");
            return desk.snapshot(sixpence, "user@example.com") != null;
        });
        assertThat(seen).isTrue();
    }

    @Test
    default void aTransactionThatFailedDoesNotSpoilTheNext() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> ports().transactions().inTransaction(() -> {
                        desk.register(sixpence, "user@example.com");
                        throw new Interruption();
                    }))
                    .isInstanceOf(Interruption.class);
        }
        assertThat(desk.register(sixpence, "user@example.com").recorded().isKept())
                .isTrue();
    }
}
