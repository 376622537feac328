package dev.gangway.bootstrap.demo.sixpence;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoUserTest {

    private final DemoUser jordan = DemoUser.jordan(new SecureRandom());
    private final DemoUser sameTomorrow = DemoUser.jordan(new SecureRandom());

    @Test
    void theHistoryIsAlwaysTheSameAndTheKeysNever() {
        assertThat(jordan.account().transactions())
                .isEqualTo(sameTomorrow.account().transactions())
                .hasSize(420);
        assertThat(jordan.key()).isNotEqualTo(sameTomorrow.key());
        assertThat(jordan.secondKey()).isNotEqualTo(jordan.key());
    }

    @Test
    void theKeysAreLongEnoughAndBelongToOneAccount() {
        assertThat(jordan.account().keys())
                .isEqualTo(List.of(jordan.key(), jordan.secondKey(), jordan.revokedKey()))
                .allSatisfy(key -> {
                    assertThat(key.key()).hasSizeGreaterThanOrEqualTo(20);
                    assertThat(key.secret()).hasSizeGreaterThanOrEqualTo(20);
                    assertThat(key.toString()).doesNotContain(key.secret());
                });
    }
}
