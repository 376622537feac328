package dev.gangway.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.InvalidValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When a credential is accepted. */
class PartnerCredentialTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    private static PartnerCredential credential(
            @Nullable String label, @Nullable Instant expiresAt, @Nullable Instant revokedAt) {
        return new PartnerCredential(
                new CredentialId("cred_01HZA9F3K2WPS6T4VYXNK8B0Q1"),
                new PartnerId(new UUID(1, 2)),
                CredentialType.BEARER,
                Scope.DEFAULT,
                label,
                NOW.minusSeconds(9),
                expiresAt,
                revokedAt);
    }

    @Test
    void itIsAcceptedUntilItExpiresOrIsRevoked() {
        assertThat(credential(null, null, null).isActive(NOW)).isTrue();
        assertThat(credential(null, NOW.plusNanos(1), null).isActive(NOW)).isTrue();
        assertThat(credential(null, NOW, null).isActive(NOW)).isFalse();
        assertThat(credential(null, null, NOW.plusSeconds(9)).isActive(NOW)).isFalse();
    }

    @Test
    void itsLabelIsOptionalAndNotTooLong() {
        assertThat(credential("", null, null).label()).isNull();
        assertThat(credential("\uD83D\uDE00".repeat(100), null, null).label()).hasSize(200);
        assertThatThrownBy(() -> credential("a".repeat(101), null, null)).isInstanceOf(InvalidValue.class);
    }
}
