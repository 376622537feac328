package dev.gangway.adapters.exchanges.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|7",
                "' 120 '|120",
                "0|0",
                "Sat, 21 Nov 2026 10:01:30 GMT|90",
                "Sat, 21 Nov 2026 09:00:00 GMT|0",
                "-5|0",
                "1.5|0",
                "soon|0",
                "''|0",
                "99999999999999999999|999999999"
            })
    void isSecondsOrADate(String header, long seconds) {
        assertThat(RetryAfter.parse(header, NOW)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void isZeroWhenNobodyAsks() {
        assertThat(RetryAfter.parse(null, NOW)).isZero();
    }
}
