package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.port.CallRates;
import dev.gangway.application.testkit.fixture.Hashes;
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
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link CallRates} is held to. */
public interface CallRatesContract extends PersistenceContract {
    private CredentialId credential(Desk desk, Partner partner) {
        CredentialId id = desk.ids().credentialId();
        ports().partnerCredentials()
                .add(
                        new PartnerCredential(
                                id, partner.id(), CredentialType.BEARER, Scope.DEFAULT, null, desk.now(), null, null),
                        new CredentialMaterial.TokenHash(Hashes.of(id.value())),
                        desk.audit(AuditAction.CREDENTIAL_ISSUED, partner, id.value()));
        return id;
    }

    @Test
    default void asManyCallsAsTheLimitSaysAreAdmittedAndTheNextIsToldHowLongToWait() {
        Desk desk = desk();
        CredentialId id = credential(desk, desk.sixpence());
        for (int i = 0; i < 3; i++) {
            assertThat(ports().callRates().admit(id, 3, desk.now())).isEqualTo(Duration.ZERO);
            desk.later(Duration.ofSeconds(10));
        }
        Duration wait = ports().callRates().admit(id, 3, desk.now());
        assertThat(wait).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        assertThat(ports().callRates().admit(id, 3, desk.later(wait))).isEqualTo(Duration.ZERO);
    }

    @Test
    default void theWaitIsAtLeastOneSecond() {
        Desk desk = desk();
        CredentialId id = credential(desk, desk.sixpence());
        ports().callRates().admit(id, 1, desk.now());
        Instant justBefore = desk.later(CallRates.WINDOW.minusMillis(1));
        assertThat(ports().callRates().admit(id, 1, justBefore)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(ports().callRates().admit(id, 1, desk.later(Duration.ofMillis(1001))))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    default void refusedCallsDoNotCount() {
        Desk desk = desk();
        CredentialId id = credential(desk, desk.sixpence());
        ports().callRates().admit(id, 1, desk.now());
        for (int i = 0; i < 59; i++) {
            assertThat(ports().callRates().admit(id, 1, desk.later(Duration.ofSeconds(1))))
                    .isPositive();
        }
        assertThat(ports().callRates().admit(id, 1, desk.later(Duration.ofSeconds(2))))
                .isEqualTo(Duration.ZERO);
    }

    @Test
    default void credentialsAreCountedApart() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        CredentialId one = credential(desk, sixpence);
        CredentialId two = credential(desk, sixpence);
        ports().callRates().admit(one, 1, desk.now());
        assertThat(ports().callRates().admit(two, 1, desk.now())).isEqualTo(Duration.ZERO);
        assertThat(ports().callRates().admit(one, 1, desk.now())).isPositive();
    }

    @Test
    default void ofManyCallsAtOnceNoMoreThanTheLimitAreAdmitted() {
        Desk desk = desk();
        CredentialId id = credential(desk, desk.sixpence());
        List<Duration> waits = Race.amongAll(i -> ports().callRates().admit(id, 20, desk.now()));
        assertThat(waits).filteredOn(Duration::isZero).hasSize(20);
    }

    @Test
    default void inNoWindowOfSixtySecondsAreMoreThanTheLimitAdmitted() {
        Desk desk = desk();
        CredentialId id = credential(desk, desk.sixpence());
        Random random = new Random(20261122);
        Deque<Instant> window = new ArrayDeque<>();
        for (int i = 0; i < 300; i++) {
            Instant now = desk.later(Duration.ofMillis(random.nextInt(2500)));
            while (!window.isEmpty() && !window.getFirst().isAfter(now.minus(CallRates.WINDOW))) {
                window.removeFirst();
            }
            boolean admitted = ports().callRates().admit(id, 10, now).isZero();
            if (admitted) {
                window.addLast(now);
            }
            assertThat(window).as("admitted in the 60 s before call %d", i).hasSizeLessThanOrEqualTo(10);
        }
    }

    @Test
    default void aNodeWhoseClockWasFarAheadBlocksNobodyForLongerThanAWindow() {
        Desk desk = desk();
        CredentialId id = credential(desk, desk.sixpence());
        Instant ahead = desk.now().plus(Duration.ofHours(1));
        assertThat(ports().callRates().admit(id, 1, ahead)).isZero();
        assertThat(ports().callRates().admit(id, 1, desk.now()))
                .isBetween(Duration.ofSeconds(60), Duration.ofSeconds(61));
        assertThat(ports().callRates().admit(id, 1, desk.later(Duration.ofSeconds(30))))
                .isPositive();
        assertThat(ports().callRates().admit(id, 1, desk.later(Duration.ofSeconds(31))))
                .isZero();
        assertThat(ports().callRates().admit(id, 1, desk.now())).isPositive();
    }
}
