package dev.gangway.domain.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a link lives, whether it lands at once, and whom it may sign in. */
class RedirectTokenTest {
    private static final Instant ISSUED = Instant.parse("2026-03-01T09:00:00.5Z");
    private static final Instant END = Instant.parse("2026-03-31T09:00:00Z");

    private static RedirectToken token(
            Delivery delivery,
            @Nullable Instant consumedAt,
            @Nullable Instant supersededAt,
            @Nullable Instant revokedAt) {
        return new RedirectToken(
                new Digest("0".repeat(64)),
                new UserId("usr_01HZA9F3K2WPS6T4VYXNK8B0Q1"),
                delivery,
                ISSUED,
                END,
                consumedAt,
                supersededAt,
                revokedAt,
                null);
    }

    @Test
    void itLivesUpToItsEndAndNotAtIt() {
        RedirectToken token = token(Delivery.REDIRECT, null, null, null);
        assertThat(token.state(ISSUED.minusSeconds(1))).isEqualTo(LinkState.LIVE);
        assertThat(token.state(END.minusNanos(1))).isEqualTo(LinkState.LIVE);
        assertThat(token.state(END)).isEqualTo(LinkState.EXPIRED);
    }

    @Test
    void useOutranksRevocationOutranksSupersedingOutranksExpiry() {
        Instant late = END.plusSeconds(1);
        assertThat(token(Delivery.REDIRECT, ISSUED, ISSUED, ISSUED).state(late)).isEqualTo(LinkState.USED);
        assertThat(token(Delivery.REDIRECT, null, ISSUED, ISSUED).state(late)).isEqualTo(LinkState.REVOKED);
        assertThat(token(Delivery.REDIRECT, null, ISSUED, null).state(late)).isEqualTo(LinkState.SUPERSEDED);
        assertThat(token(Delivery.REDIRECT, null, null, null).state(late)).isEqualTo(LinkState.EXPIRED);
    }

    @Test
    void aRedirectLandsAtOnceForTenMinutes() {
        RedirectToken token = token(Delivery.REDIRECT, null, null, null);
        assertThat(token.landsDirectly(ISSUED)).isTrue();
        assertThat(token.landsDirectly(ISSUED.plus(Duration.ofMinutes(10)).minusNanos(1)))
                .isTrue();
        assertThat(token.landsDirectly(ISSUED.plus(Duration.ofMinutes(10)))).isFalse();
    }

    @Test
    void anEmailNeverDoes() {
        assertThat(token(Delivery.EMAIL, null, null, null).landsDirectly(ISSUED))
                .isFalse();
    }

    @Test
    void aLinkSignsInOnlyForThePartnerThatBroughtTheUserAndOnlyWhileItIsLetIn() {
        PartnerId issuer = new PartnerId(new UUID(1, 1));
        PartnerId other = new PartnerId(new UUID(2, 2));
        assertThat(LinkPower.decide(issuer, issuer, true)).isEqualTo(LinkPower.SIGNS_IN);
        assertThat(LinkPower.decide(issuer, issuer, false)).isEqualTo(LinkPower.CONFIRMS_FIRST);
        assertThat(LinkPower.decide(issuer, other, true)).isEqualTo(LinkPower.CONFIRMS_FIRST);
        assertThat(LinkPower.decide(issuer, other, false)).isEqualTo(LinkPower.CONFIRMS_FIRST);
        assertThat(LinkPower.decide(issuer, null, true)).isEqualTo(LinkPower.CONFIRMS_FIRST);
    }

    @Test
    void aSessionEndsWhenItIsIdleAndWhenItIsOld() {
        SessionTimeouts timeouts = new SessionTimeouts(Duration.ofHours(1), Duration.ofHours(3));
        assertThat(timeouts.isAlive(
                        ISSUED, ISSUED, ISSUED.plus(Duration.ofHours(1)).minusNanos(1)))
                .isTrue();
        assertThat(timeouts.isAlive(ISSUED, ISSUED, ISSUED.plus(Duration.ofHours(1))))
                .isFalse();
        Instant seen = ISSUED.plus(Duration.ofMinutes(150));
        assertThat(timeouts.isAlive(
                        ISSUED, seen, ISSUED.plus(Duration.ofHours(3)).minusNanos(1)))
                .isTrue();
        assertThat(timeouts.isAlive(ISSUED, seen, ISSUED.plus(Duration.ofHours(3))))
                .isFalse();
    }

    @Test
    void timeoutsThatMakeNoSenseCannotExist() {
        Duration hour = Duration.ofHours(1);
        assertThatThrownBy(() -> new SessionTimeouts(Duration.ofMinutes(1), hour))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SessionTimeouts(hour, Duration.ofMinutes(59)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
