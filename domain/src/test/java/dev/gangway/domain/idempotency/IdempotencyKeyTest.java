package dev.gangway.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
    private static FieldError errorOf(String... values) {
        try {
            throw new AssertionError("taken: " + IdempotencyKey.of(List.of(values)));
        } catch (InvalidValue invalid) {
            assertThat(invalid.field()).isEqualTo("Idempotency-Key");
            return invalid.code();
        }
    }

    @Test
    void itMayBeLeftOut() {
        assertThat(IdempotencyKey.of(List.of())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "8e03978e-40d5-43dd-bc93-6894a57f9324", "!~", "a,b", "a\"b", "a\\b", "'abc'"})
    void bareItIsWhatStandsThere(String bare) {
        assertThat(IdempotencyKey.of(List.of(bare))).isEqualTo(new IdempotencyKey(bare));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {"\"abc\"|abc", "\"a\\\"b\"|a\"b", "\"a\\\\b\"|a\\b", "\"\\\"\\\"\"|\"\"", "\"\\\\\"|\\"})
    void quotedItIsTheSameKey(String quoted, String bare) {
        assertThat(IdempotencyKey.of(List.of(quoted))).isEqualTo(new IdempotencyKey(bare));
    }

    @Test
    void caseCounts() {
        assertThat(new IdempotencyKey("a")).isNotEqualTo(new IdempotencyKey("A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\"abc",
                "\"abc\\\"",
                "\"a\"b\"",
                "\"a\\b\"",
                "\"a\";p=1",
                "\"a\", \"b\"",
                "\"\\",
                "\"abc\\"
            })
    void whatBeginsAsAQuotedStringIsOneToItsEnd(String broken) {
        assertThat(errorOf(broken)).isEqualTo(FieldError.INVALID_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\""})
    void emptyIsNoKey(String empty) {
        assertThat(errorOf(empty)).isEqualTo(FieldError.REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a b", "\"a b\"", "a\tb", "é", "\u007f", "\u0000", "a, b", "\u212a"})
    void onlyVisibleAsciiCounts(String other) {
        assertThat(errorOf(other)).isEqualTo(FieldError.INVALID_CHARACTER);
    }

    @Test
    void itHasAtMost255CharactersWithoutItsQuotesAndEscapes() {
        assertThat(IdempotencyKey.of(List.of("x".repeat(255)))).isNotNull();
        assertThat(IdempotencyKey.of(List.of('"' + "\\\\".repeat(255) + '"'))).isNotNull();
        assertThat(errorOf("x".repeat(256))).isEqualTo(FieldError.TOO_LONG);
        assertThat(errorOf('"' + "x".repeat(256) + '"')).isEqualTo(FieldError.TOO_LONG);
    }

    @Test
    void itIsSentOnce() {
        assertThat(errorOf("abc", "abc")).isEqualTo(FieldError.DUPLICATE_FIELD);
    }

    @Test
    void noneIsMadePastTheChecks() {
        assertThatThrownBy(() -> new IdempotencyKey("")).isInstanceOf(InvalidValue.class);
    }
}
