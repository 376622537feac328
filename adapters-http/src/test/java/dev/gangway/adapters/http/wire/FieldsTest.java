package dev.gangway.adapters.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
