package dev.gangway.domain.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gangway.domain.shared.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses of a partner's our pages may link to. */
class WebAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://partner.example",
                "https://partner.example/",
                "https://partner.example:8443/back?user=%20a&b=c#top",
                "https://xn--bcher-kva.example/%C3%BC",
                "https://[2001:db8::1]/",
                "http://localhost/back",
                "http://localhost:8080",
                "http://127.0.0.1:8080/back",
                "http://[::1]:8080/back"
            })
    void anHttpsAddressOrALoopbackOneIsTaken(String value) {
        assertThat(new WebAddress(value).value()).isEqualTo(value);
        assertThat(WebAddress.optional("return_url", value)).isEqualTo(new WebAddress(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "partner.example",
                "//partner.example",
                "/back",
                "HTTPS://partner.example",
                "https:/partner.example",
                "https://",
                "https:///back",
                "https://?a",
                "https://:443/",
                "http://partner.example",
                "http://localhost.partner.example",
                "http://127.0.0.1.partner.example",
                "http://127.0.0.2",
                "http://[::2]/",
                "http://[::1",
                "http://[",
                "http://[]",
                "http://localhost@partner.example",
                "https://user:password@partner.example/",
                "https://partner.example@evil.example/",
                "ftp://partner.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://partner.example/ back",
                "https://partner.example/\"onclick=\"",
                "https://partner.example/<script>",
                "https://partner.example/'",
                "https://partner.example\\@evil.example",
                "https://b\u00FCcher.example",
                "https://partner.example/\u202E"
            })
    void anythingElseIsRefused(String value) {
        assertThatThrownBy(() -> new WebAddress(value)).isInstanceOf(InvalidValue.class);
        assertThat(catchThrowableOfType(InvalidValue.class, () -> WebAddress.optional("return_url", value))
                        .field())
                .isEqualTo("return_url");
    }

    @Test
    void anAddressIsOptionalAndNotTooLong() {
        assertThat(WebAddress.optional("return_url", null)).isNull();
        assertThat(WebAddress.optional("return_url", "")).isNull();
        String longest = "https://partner.example/" + "a".repeat(2024);
        assertThat(new WebAddress(longest).value()).hasSize(2048);
        assertThatThrownBy(() -> new WebAddress(longest + "a")).isInstanceOf(InvalidValue.class);
    }
}
