package dev.gangway.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every text from outside goes through. */
class TextTest {
    private static FieldError codeOf(@Nullable String value, int max) {
        return catchThrowableOfType(InvalidValue.class, () -> Text.required("field", value, max))
                .code();
    }

    @Test
    void aTextIsReturnedAsGiven() {
        for (String text : new String[] {"a", " a ", "e\u0301", "\u0130\u0131\u017F\u212A", "\uD83D\uDE00", "\u200B"}) {
            assertThat(Text.required("field", text, 10)).isSameAs(text);
            assertThat(Text.optional("field", text, 10)).isSameAs(text);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "   ", "\t\n", "\u00A0", "\u2003", "\u3000", "\u2028", "\u1680 \u2007"})
    void aRequiredTextThatNobodyCanSeeIsMissing(@Nullable String blank) {
        assertThat(codeOf(blank, 10)).isEqualTo(FieldError.REQUIRED);
    }

    @Test
    void anOptionalTextIsAbsentWhereItIsNullOrEmpty() {
        assertThat(Text.optional("field", null, 10)).isNull();
        assertThat(Text.optional("field", "", 10)).isNull();
        assertThat(Text.optional("field", " ", 10)).isEqualTo(" ");
    }

    @Test
    void limitsCountCodePoints() {
        assertThat(Text.required("field", "\uD83D\uDE00".repeat(10), 10)).hasSize(20);
        assertThat(codeOf("\uD83D\uDE00".repeat(11), 10)).isEqualTo(FieldError.TOO_LONG);
        assertThat(codeOf("a".repeat(11), 10)).isEqualTo(FieldError.TOO_LONG);
    }

    @Test
    void everyControlCharacterIsRefused() {
        for (char c = 0; c < 0x100; c++) {
            boolean control = c < 0x20 || (c >= 0x7F && c < 0xA0);
            String text = "a" + c + "b";
            if (control) {
                assertThat(codeOf(text, 10)).as("U+%04X", (int) c).isEqualTo(FieldError.INVALID_CHARACTER);
            } else {
                assertThat(Text.required("field", text, 10)).isEqualTo(text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\uD800", "\uDC00a", "\uD800\uD800\uDC00", "\uDC00\uD800", "a\uD83Db", "\uD83D\uDE00\uDE00"})
    void aLoneSurrogateIsRefused(String text) {
        assertThat(codeOf(text, 10)).isEqualTo(FieldError.INVALID_CHARACTER);
    }

    @Test
    void aRefusalNamesTheFieldAndNeverTheValue() {
        InvalidValue invalid = catchThrowableOfType(
                InvalidValue.class, () -> Text.required("api_credentials[3].api_key", "planted\u0000value", 10));
        assertThat(invalid.field()).isEqualTo("api_credentials[3].api_key");
        assertThat(invalid).hasMessageContaining("api_credentials[3].api_key").hasMessageNotContaining("planted");
    }

    @Test
    void asciiCaseIsFoldedAndNoOther() {
        assertThat(Ascii.lower("AbZ\u00C4\u0130\u212A\u03A3")).isEqualTo("abz\u00C4\u0130\u212A\u03A3");
        assertThat(Ascii.upper("aBz\u00E4\u0131\u017F\u00DF")).isEqualTo("ABZ\u00E4\u0131\u017F\u00DF");
        assertThat(Ascii.lower("@[`{")).isEqualTo("@[`{");
        assertThat(Ascii.equalsIgnoringCase("Kilo", "kILO")).isTrue();
        assertThat(Ascii.equalsIgnoringCase("\u212Ailo", "kilo")).isFalse();
        assertThat(Ascii.equalsIgnoringCase("\u0131", "i")).isFalse();
        assertThat(Ascii.equalsIgnoringCase("\u017F", "s")).isFalse();
    }
}
