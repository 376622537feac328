package dev.gangway.domain.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.user.UserId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials say nothing of themselves; exchanges have one spelling. */
class SealedCredentialsTest {
    private static final String ULID = "01HZA9F3K2WPS6T4VYXNK8B0Q1";

    @Test
    void neitherOpenNorSealedCredentialsTellTheirContent() {
        ApiCredentials open = new ApiCredentials(
                Secret.of("planted-key"), Secret.of("planted-secret"), Secret.of("planted-passphrase"));
        SealedCredentials sealed =
                new SealedCredentials(new CredentialsId("crd_" + ULID), new UserId("usr_" + ULID), "planted-seal");
        assertThat(open.toString()).doesNotContain("planted");
        assertThat(sealed.toString()).doesNotContain("planted").contains("crd_" + ULID);
    }

    @Test
    void anExchangeIsNamedInWhateverCase() {
        assertThat(ExchangeName.required("f", "kraken")).isEqualTo(new ExchangeName("KRAKEN"));
        assertThat(new ExchangeName("a1_" + "b".repeat(29)).value()).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "K",
                "1A",
                "_A",
                "KRA KEN",
                "KRAKEN ",
                "KR\u00C4KEN",
                "\u212Araken",
                "s\u0131xpence",
                "A-B",
                "A\u0000"
            })
    void anythingElseIsNoExchange(String value) {
        InvalidValue invalid = catchThrowableOfType(
                InvalidValue.class, () -> ExchangeName.required("api_credentials[0].exchange_name", value));
        assertThat(invalid.field()).isEqualTo("api_credentials[0].exchange_name");
        assertThat(invalid.code()).isEqualTo(FieldError.INVALID_FORMAT);
        assertThatThrownBy(() -> new ExchangeName("A".repeat(33))).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void anExchangeIsRequired(@Nullable String value) {
        assertThat(catchThrowableOfType(InvalidValue.class, () -> ExchangeName.required("f", value))
                        .code())
                .isEqualTo(FieldError.REQUIRED);
    }

    @Test
    void anAccountReferenceIsThereAndNotTooLong() {
        assertThat(new AccountReference("\uD83D\uDE00".repeat(255)).value()).hasSize(510);
        for (String value : new String[] {"", " ", "a\u0000", "a".repeat(256)}) {
            assertThatThrownBy(() -> new AccountReference(value)).isInstanceOf(InvalidValue.class);
        }
    }
}
