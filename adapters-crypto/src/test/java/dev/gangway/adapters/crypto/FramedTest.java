package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramedTest {
    @Test
    void noTwoListsLookAlike() {
        assertThat(Framed.of("ab", "c")).isNotEqualTo(Framed.of("a", "bc"));
        assertThat(Framed.of("a", null)).isNotEqualTo(Framed.of("a", ""));
        assertThat(Framed.of("a", "")).isNotEqualTo(Framed.of("a"));
        assertThat(Framed.of("", "a")).isNotEqualTo(Framed.of("a", ""));
        assertThat(Framed.of("a\u0000")).isNotEqualTo(Framed.of("a", ""));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isReadAsItWasWritten(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            @Nullable String[] texts = new @Nullable String[random.nextInt(5)];
            Arrays.setAll(texts, n -> random.nextInt(4) == 0 ? null : text(random));

            assertThat(Framed.read(Framed.of(texts), texts.length)).containsExactly(texts);
            assertThat(Framed.read(Framed.of(texts), texts.length + 1)).isNull();
        }
    }

    @Test
    void whatIsCutOffOrLengthenedIsNotRead() {
        byte[] bytes = Framed.of("one", null, "three");

        for (int length = 0; length < bytes.length; length++) {
            assertThat(Framed.read(Arrays.copyOf(bytes, length), 3)).isNull();
        }
        assertThat(Framed.read(Arrays.copyOf(bytes, bytes.length + 1), 3)).isNull();
        assertThat(Framed.read(new byte[] {(byte) 0x80, 0, 0, 0}, 1)).isNull();
        assertThat(Framed.read(new byte[] {0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 'a'}, 1))
                .isNull();
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(20), 0, 0x10000)
                .filter(c -> !Character.isSurrogate((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
