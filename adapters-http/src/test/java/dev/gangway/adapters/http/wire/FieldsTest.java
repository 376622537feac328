package dev.gangway.adapters.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fields as forms and queries carry them. */
final class FieldsTest {
    @Test
    void namesAndValuesAreUnescaped() {
        Fields fields = Fields.of("a=1+2&b%5B0%5D=%C3%A9%26%3D&a=3&=x&flag&&c=d=e");

        assertThat(fields.names()).containsExactly("a", "b[0]", "", "flag", "c");
        assertThat(fields.values("a")).containsExactly("1 2", "3");
        assertThat(fields.once("b[0]")).isEqualTo("é&=");
        assertThat(fields.once("c")).isEqualTo("d=e");
        assertThat(fields.values("flag")).containsExactly("");
    }

    @Test
    void onceIsNeitherNoneNorTwoNorEmpty() {
        Fields fields = Fields.of("a=1&a=1&b=");

        assertThat(fields.once("a")).isNull();
        assertThat(fields.once("b")).isNull();
        assertThat(fields.once("c")).isNull();
    }

    @Test
    void nothingHoldsNothingAndWhatIsBadlyEscapedStays() {
        assertThat(Fields.of(null).names()).isEmpty();
        assertThat(Fields.of("").names()).isEmpty();
        assertThat(Fields.of("a=%zz&%=b").names()).containsExactly("a", "%");
        assertThat(Fields.of("a=%zz").once("a")).isEqualTo("%zz");
        assertThat(Fields.of("token=secret")).hasToString("Fields[token]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%g0=1", "a=\u00e9", "a=b c", "a=1\n"})
    void noBrowserSendsAFormLikeThis(String encoded) {
        assertThat(Fields.strictly(encoded)).isNull();
    }

    @Test
    void aFormAsBrowsersSendItIsRead() {
        Fields fields =
                Objects.requireNonNull(Fields.strictly("form_token=x-_.*&api_key=a%2Bb+c%0D%0A&name=%F0%9F%A6%8A&e="));

        assertThat(fields.once("api_key")).isEqualTo("a+b c\r\n");
        assertThat(fields.once("name")).isEqualTo("\ud83e\udd8a");
        assertThat(fields.values("e")).containsExactly("");
        assertThat(Objects.requireNonNull(Fields.strictly("")).names()).isEmpty();
        assertThat(Objects.requireNonNull(Fields.strictly("a=%2B".repeat(20_000)))
                        .names())
                .as("as long as a form may be")
                .hasSize(1);
        assertThat(Objects.requireNonNull(Fields.strictly("a=%ff%C0%80")).once("a"))
                .isEqualTo("\ufffd\ufffd\ufffd");
    }
}
