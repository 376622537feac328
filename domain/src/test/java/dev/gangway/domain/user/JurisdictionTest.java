package dev.gangway.domain.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jurisdictions, realms and names. */
class JurisdictionTest {
    private static FieldError codeOf(@Nullable String value) {
        InvalidValue invalid = catchThrowableOfType(InvalidValue.class, () -> Jurisdiction.required(value));
        assertThat(invalid.field()).isEqualTo("jurisdiction");
        return invalid.code();
    }

    @ParameterizedTest
    @CsvSource({"RSA,RSA", "usa,USA", "De-By,DE-BY", "a1,A1", "__,__", "gb_eng,GB_ENG"})
    void anyShortCodeIsTakenAndStoredUpperCase(String given, String stored) {
        assertThat(Jurisdiction.required(given).value()).isEqualTo(stored);
    }

    @Test
    void itHasTwoToThirtyTwoCharacters() {
        assertThat(Jurisdiction.required("Z".repeat(32)).value()).hasSize(32);
        assertThat(codeOf("Z")).isEqualTo(FieldError.INVALID_FORMAT);
        assertThat(codeOf("Z".repeat(33))).isEqualTo(FieldError.INVALID_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R SA",
                " RSA",
                "RSA\n",
                "R.A",
                "\u00DCSA",
                "\u0131sa",
                "\uFF35\uFF33",
                "R\u0000A",
                "\uD83D\uDE00",
                "U/S"
            })
    void otherCharactersAreRefused(String value) {
        assertThat(codeOf(value)).isEqualTo(FieldError.INVALID_FORMAT);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "   ", "\u3000"})
    void itIsRequired(@Nullable String value) {
        assertThat(codeOf(value)).isEqualTo(FieldError.REQUIRED);
    }

    @Test
    void aNameIsOptionalAndKeptAsGiven() {
        assertThat(PersonName.optional("name", null)).isNull();
        assertThat(PersonName.optional("name", "")).isNull();
        assertThat(PersonName.optional("name", "\uD83D\uDE00".repeat(100)))
                .isEqualTo(new PersonName("\uD83D\uDE00".repeat(100)));
        InvalidValue tooLong =
                catchThrowableOfType(InvalidValue.class, () -> PersonName.optional("surname", "a".repeat(101)));
        assertThat(tooLong.field()).isEqualTo("surname");
        assertThat(tooLong.code()).isEqualTo(FieldError.TOO_LONG);
        assertThat(catchThrowableOfType(InvalidValue.class, () -> PersonName.optional("name", "a\nb"))
                        .code())
                .isEqualTo(FieldError.INVALID_CHARACTER);
    }

    @Test
    void aRealmHasAPlainName() {
        assertThat(Realm.SHARED.value()).isEqualTo("shared");
        assertThat(new Realm("a_1")).isEqualTo(new Realm("a_1"));
        for (String value : new String[] {"", "a", "A1", "a-b", "a".repeat(33), "\u00E4b"}) {
            assertThat(catchThrowableOfType(InvalidValue.class, () -> new Realm(value)))
                    .as(value)
                    .isNotNull();
        }
    }
}
