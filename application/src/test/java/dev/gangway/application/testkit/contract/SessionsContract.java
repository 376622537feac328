package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.signin.NewSession;
import dev.gangway.domain.signin.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@code Sessions} is held to. */
public interface SessionsContract extends PersistenceContract {
    /** Signs a new user in; answers the hash of the session's id. */
    private Digest signIn(Desk desk, Partner partner, String email) {
        Handed handed = desk.register(partner, email);
        Digest idHash = Hashes.of("session of " + email);
        assertThat(ports().redirectTokens()
                        .consume(
                                handed.link(),
                                desk.now(),
                                new NewSession(idHash, handed.user(), desk.now()),
                                null,
                                desk.audit(AuditAction.LINK_CONSUMED, partner, email)))
                .isTrue();
        return idHash;
    }

    private Session session(Digest idHash) {
        return Objects.requireNonNull(ports().sessions().find(idHash));
    }

    private AuditEntry signOut(Desk desk) {
        return desk.audit(AuditAction.SIGNED_OUT, null, "whoever");
    }

    @Test
    default void anUnknownSessionIsNotThere() {
        assertThat(ports().sessions().find(Hashes.of("nobody"))).isNull();
    }

    @Test
    default void aSessionTellsWhoAndSinceWhen() {
        Desk desk = desk();
        Digest idHash = signIn(desk, desk.sixpence(), "Mixed.Case@Example.com");
        assertThat(session(idHash).email()).isEqualTo("Mixed.Case@Example.com");
        assertThat(session(idHash).signedInAt()).isEqualTo(desk.now());
        assertThat(session(idHash).lastSeenAt()).isEqualTo(desk.now());
    }

    @Test
    default void aTouchMovesTheLastSeenTimeOnAndNeverBack() {
        Desk desk = desk();
        Digest idHash = signIn(desk, desk.sixpence(), "user@example.com");
        Instant signedIn = desk.now();
        Instant seen = desk.later(Duration.ofMinutes(5));
        ports().sessions().touch(idHash, seen);
        ports().sessions().touch(idHash, signedIn);
        assertThat(session(idHash).lastSeenAt()).isEqualTo(seen);
        assertThat(session(idHash).signedInAt()).isEqualTo(signedIn);
    }

    @Test
    default void aTouchBringsNoEndedSessionBack() {
        Desk desk = desk();
        Digest idHash = signIn(desk, desk.sixpence(), "user@example.com");
        ports().sessions().end(idHash, signOut(desk));
        ports().sessions().touch(idHash, desk.later(Duration.ofMinutes(1)));
        assertThat(ports().sessions().find(idHash)).isNull();
    }

    @Test
    default void anEndedSessionIsGoneAndItsEndIsAuditedOnce() {
        Desk desk = desk();
        Digest idHash = signIn(desk, desk.sixpence(), "user@example.com");
        assertThat(ports().sessions().end(idHash, signOut(desk))).isTrue();
        assertThat(ports().sessions().find(idHash)).isNull();
        assertThat(ports().sessions().end(idHash, signOut(desk))).isFalse();
        assertThat(ports().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.SIGNED_OUT)
                .containsExactly(signOut(desk));
    }

    @Test
    default void ofManyEndsOfOneSessionExactlyOneFindsIt() {
        Desk desk = desk();
        Digest idHash = signIn(desk, desk.sixpence(), "user@example.com");
        List<Boolean> ended = Race.among(16, i -> ports().sessions().end(idHash, signOut(desk)));
        assertThat(ended).filteredOn(Boolean.TRUE::equals).hasSize(1);
        assertThat(ports().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.SIGNED_OUT)
                .hasSize(1);
    }

    @Test
    default void aPurgeDeletesWhatIsTooOldInEitherWayAndNothingElse() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Digest old = signIn(desk, sixpence, "old@example.com");
        Instant signInLimit = desk.later(Duration.ofHours(1));
        Digest idle = signIn(desk, sixpence, "idle@example.com");
        Digest busy = signIn(desk, sixpence, "busy@example.com");
        Instant seenLimit = desk.later(Duration.ofHours(1));
        ports().sessions().touch(old, seenLimit);
        ports().sessions().touch(busy, seenLimit);
        assertThat(ports().sessions().purge(signInLimit, seenLimit)).isEqualTo(2);
        assertThat(ports().sessions().find(old)).isNull();
        assertThat(ports().sessions().find(idle)).isNull();
        assertThat(ports().sessions().find(busy)).isNotNull();
        assertThat(ports().sessions().purge(signInLimit, seenLimit)).isZero();
    }
}
