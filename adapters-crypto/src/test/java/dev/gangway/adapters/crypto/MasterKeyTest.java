package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MasterKeyTest {
    private final MasterKey key = MasterKey.generate();
    private final String text = key.text().value();

    @Test
    void isReadFromTheTextThatItPrints() {
        assertThat(MasterKey.parse(text)).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(MasterKey.parse(text).id()).isEqualTo(key.id());
        assertThat(text).matches("gwmk_[A-Za-z0-9_-]{43}[A-Za-z0-9]{6}");
    }

    @Test
    void isAnotherEveryTime() {
        assertThat(MasterKey.generate()).isNotEqualTo(key);
        assertThat(MasterKey.generate().id()).isNotEqualTo(key.id());
    }

    @Test
    void isNotSeenWhereItIsNamed() {
        assertThat(key.toString()).contains(key.id()).doesNotContain(text.substring(5, 15));
        assertThat(key.text().toString()).isEqualTo("[secret]");
        assertThat(key.id()).matches("mk_[0-9a-f]{16}");
    }

    @Test
    void isRefusedWithAnyCharacterChanged() {
        List<String> taken = Fixture.misspellings(text, Fixture.CHARACTERS)
                .filter(MasterKeyTest::isTaken)
                .toList();

        assertThat(taken).isEmpty();
    }

    private static boolean isTaken(String candidate) {
        try {
            MasterKey.parse(candidate);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    static Stream<String> malformed() {
        String other = MasterKey.generate().text().value();
        String body = "gwmk_" + "A".repeat(42) + "B";
        return Stream.of(
                "",
                "gwmk_",
                "GWMK_" + other.substring(5),
                other.substring(5),
                other + "\n",
                " " + other,
                other.substring(0, 53),
                other + "A",
                body + Base62.checksum(body),
                "gwmk_" + " ".repeat(49));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void tellsWhatIsWrongWithoutRepeatingIt(String malformed) {
        assertThatThrownBy(() -> MasterKey.parse(malformed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .contains("master key")
                .doesNotContain(malformed.length() < 20 ? "\u0000" : malformed.substring(8, 16));
    }

    @Test
    void givesEachUseAKeyOfItsOwn() {
        assertThat(key.derive("wrapping/links"))
                .hasSize(32)
                .isEqualTo(MasterKey.parse(text).derive("wrapping/links"))
                .isNotEqualTo(key.derive("wrapping/forms"))
                .isNotEqualTo(MasterKey.generate().derive("wrapping/links"));
    }
}
