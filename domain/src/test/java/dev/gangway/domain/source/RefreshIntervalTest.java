package dev.gangway.domain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefreshIntervalTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    /** Ids as one bulk registration makes them: the same millisecond, counted on. */
    private static List<SourceId> together(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new SourceId("src_01HZA9F3K2WPS6T4VYXNK8" + base32(i)))
                .toList();
    }

    private static String base32(int number) {
        String digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        StringBuilder text = new StringBuilder();
        for (int shift = 15; shift >= 0; shift -= 5) {
            text.append(digits.charAt(number >> shift & 31));
        }
        return text.toString();
    }

    private static List<Long> minutes(List<SourceId> sources) {
        return sources.stream()
                .map(source -> Duration.between(NOW, RefreshInterval.DAILY.next(source, NOW))
                        .toMinutes())
                .toList();
    }

    @Test
    void aSourceIsDueWithinATenthOfTheInterval() {
        assertThat(minutes(together(5_000)))
                .allSatisfy(after -> assertThat(after).isBetween(1_296L, 1_584L));
    }

    @Test
    void whatWasRegisteredTogetherDriftsApart() {
        List<Long> minutes = minutes(together(5_000));
        // 288 minutes, so about 17 in each: no minute has twice its share
        assertThat(minutes.stream().distinct().count()).isGreaterThan(280);
        assertThat(minutes)
                .allSatisfy(minute -> assertThat(
                                minutes.stream().filter(minute::equals).count())
                        .isLessThan(45));
        assertThat(minutes.stream().mapToLong(Long::longValue).average().orElseThrow())
                .isBetween(1_430.0, 1_450.0);
    }

    @Test
    void aSourceAlwaysHasTheSameInterval() {
        SourceId source = together(1).get(0);
        assertThat(RefreshInterval.DAILY.next(source, NOW)).isEqualTo(RefreshInterval.DAILY.next(source, NOW));
        assertThat(Duration.between(NOW, RefreshInterval.DAILY.next(source, NOW)))
                .isEqualTo(
                        Duration.between(NOW.plusSeconds(5), RefreshInterval.DAILY.next(source, NOW.plusSeconds(5))));
    }

    @Test
    void oneThatNobodyHasPlannedIsDueAfterItsImportOrSomewhereInTheComingInterval() {
        for (SourceId source : together(200)) {
            assertThat(RefreshInterval.DAILY.first(source, NOW.minusSeconds(60), NOW))
                    .isEqualTo(RefreshInterval.DAILY.next(source, NOW.minusSeconds(60)));
            assertThat(RefreshInterval.DAILY.first(source, NOW.minus(Duration.ofDays(90)), NOW))
                    .isBetween(NOW, NOW.plus(Duration.ofDays(1)));
        }
    }

    @Test
    void noIntervalIsShorterThanAnHourOrLongerThanThirtyDays() {
        assertThat(new RefreshInterval(Duration.ofHours(1)).value()).isEqualTo(Duration.ofHours(1));
        assertThat(new RefreshInterval(Duration.ofDays(30)).value()).isEqualTo(Duration.ofDays(30));
        assertThatThrownBy(() -> new RefreshInterval(Duration.ofMinutes(59)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RefreshInterval(Duration.ofDays(31))).isInstanceOf(IllegalArgumentException.class);
    }
}
