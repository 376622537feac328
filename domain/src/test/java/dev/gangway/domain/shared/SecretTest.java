package dev.gangway.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which credentials are taken from outside, and that none of them can be seen by accident. */
class SecretTest {
    private static final String PEM = "-----BEGIN EC PRIVATE KEY-----\r\nMHcCAQEE\n-----END EC PRIVATE KEY-----\n";

    private static FieldError codeOf(@Nullable String value, boolean lineBreaks) {
        return catchThrowableOfType(InvalidValue.class, () -> Secret.required("api_secret", value, lineBreaks))
                .code();
    }

    @Test
    void aCredentialHasTenToFourThousandAndNinetySixCharacters() {
        assertThat(codeOf("123456789", false)).isEqualTo(FieldError.TOO_SHORT);
        assertThat(Secret.required("f", "1234567890", false).reveal()).isEqualTo("1234567890");
        assertThat(Secret.required("f", "\uD83D\uDE00".repeat(4096), false).reveal())
                .hasSize(8192);
        assertThat(codeOf("a".repeat(4097), false)).isEqualTo(FieldError.TOO_LONG);
    }

    @Test
    void lineBreaksAreForPemKeysOnly() {
        assertThat(Secret.required("f", PEM, true).reveal()).isEqualTo(PEM);
        assertThat(codeOf(PEM, false)).isEqualTo(FieldError.INVALID_CHARACTER);
        assertThat(codeOf("with\u0000zero-12345", true)).isEqualTo(FieldError.INVALID_CHARACTER);
        assertThat(codeOf("with\ttab-12345", true)).isEqualTo(FieldError.INVALID_CHARACTER);
        assertThat(codeOf("with\u0085nel-12345", true)).isEqualTo(FieldError.INVALID_CHARACTER);
        assertThat(codeOf("lone-\uD800-12345", true)).isEqualTo(FieldError.INVALID_CHARACTER);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "          ",
                "\r\n\r\n\r\n\r\n\r\n",
                "\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000"
            })
    void whatCannotBeSeenIsMissing(@Nullable String blank) {
        assertThat(codeOf(blank, true)).isEqualTo(FieldError.REQUIRED);
    }

    @Test
    void aPassphraseIsOptionalAndMayBeShort() {
        assertThat(Secret.optional("api_passphrase", null)).isNull();
        assertThat(Secret.optional("api_passphrase", "")).isNull();
        assertThat(Secret.optional("api_passphrase", "p")).isEqualTo(Secret.of("p"));
        assertThat(catchThrowableOfType(InvalidValue.class, () -> Secret.optional("api_passphrase", "a".repeat(4097)))
                        .code())
                .isEqualTo(FieldError.TOO_LONG);
        assertThat(catchThrowableOfType(InvalidValue.class, () -> Secret.optional("api_passphrase", "a\nb"))
                        .code())
                .isEqualTo(FieldError.INVALID_CHARACTER);
    }

    @Test
    void aSecretPrintsAsNothingAndARefusalNeverRepeatsIt() {
        assertThat(Secret.of("planted-secret")).hasToString("[secret]");
        assertThat(new OutboundSecret("planted-secret")).hasToString("[secret]");
        assertThat(catchThrowableOfType(InvalidValue.class, () -> Secret.required("f", "planted\u0000secret", false)))
                .hasMessageNotContaining("planted");
    }

    @Test
    void secretsAreEqualWhenTheirCharactersAre() {
        assertThat(Secret.of("a")).isEqualTo(Secret.of("a")).hasSameHashCodeAs(Secret.of("a"));
        assertThat(Secret.of("a")).isNotEqualTo(Secret.of("A")).isNotEqualTo("a");
    }
}
