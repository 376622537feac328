package dev.gangway.adapters.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MediaTypeTest {
    @ParameterizedTest
    @CsvSource({
        "application/json, true",
        "'*/*', true",
        "'application/*', true",
        "'text/html, application/json;q=0.1', true",
        "'APPLICATION/JSON', true",
        "'application/json; charset=utf-8', true",
        "'', true",
        "text/html, false",
        "'text/*', false",
        "'application/json;q=0', false",
        "'application/json;q=0.000', false",
        "'application/json;q=0, */*', false",
        "'*/*;q=0', false",
        "'*/*, application/json; Q=0.0', false",
        "'text/html, */*;q=0.1', true",
        "'application/jsonx', false",
        "'application', false"
    })
    void theMostSpecificRangeDecides(String accept, boolean accepted) {
        assertThat(MediaType.isAccepted(List.of(accept), MediaType.JSON)).isEqualTo(accepted);
    }

    @Test
    void whoSaysNothingTakesAnything() {
        assertThat(MediaType.isAccepted(List.of(), MediaType.JSON)).isTrue();
        assertThat(MediaType.isNamed(List.of(), MediaType.HTML)).isFalse();
    }

    @Test
    void severalHeadersAreOneList() {
        assertThat(MediaType.isAccepted(List.of("text/html", "application/json"), MediaType.JSON))
                .isTrue();
        assertThat(MediaType.isNamed(List.of("image/png", "text/html;q=0.3"), MediaType.HTML))
                .isTrue();
    }
}
