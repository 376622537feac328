package dev.gangway.adapters.http.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms with a file in them. */
@Timeout(60)
final class MultipartTest {
    private static final String BOUNDARY = "----x1";
    private static final List<String> SNIPPETS = List.of(
            "\r\n",
            "--",
            "\r",
            "\n",
            "-",
            BOUNDARY,
            "--" + BOUNDARY,
            "\r\n--" + BOUNDARY,
            "\r\n--" + BOUNDARY + "--",
            "\r\n--" + BOUNDARY + "\r\n",
            "Content-Disposition: form-data; name=\"a\"\r\n\r\n",
            "name=\"",
            "\u0000",
            "x");

    /**
     * A part as it is read.
     *
     * @param content an octet in each character
     */
    private record Got(String name, String content) {}

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadHoweverItComesIn(int seed) throws IOException {
        Random random = new Random(seed);
        List<Got> written = new ArrayList<>();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            byte[] content = nearMisses(random);
            written.add(new Got("f" + i, new String(content, StandardCharsets.ISO_8859_1)));
            body.writeBytes(("--" + BOUNDARY + "\r\nContent-Type: text/csv\r\nContent-Disposition: form-data; name=\"f"
                            + i + "\"; filename=\"name=\"\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            body.writeBytes(content);
            body.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(read(body.toByteArray(), random)).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverComesInIsReadOrRefusedAndNothingElse(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            if (random.nextBoolean()) {
                body.writeBytes(("--" + BOUNDARY + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            int snippets = random.nextInt(40);
            for (int i = 0; i < snippets; i++) {
                body.writeBytes(SNIPPETS.get(random.nextInt(SNIPPETS.size())).getBytes(StandardCharsets.ISO_8859_1));
            }
            try {
                assertThat(read(body.toByteArray(), random)).isNotNull();
            } catch (IOException refused) {
                assertThat(refused)
                        .hasMessageMatching("The form ends early|A delimiter is malformed|A part has no name");
            }
        }
    }

    @Test
    void aPartThatIsCutOffIsNotTakenForWhole() {
        byte[] body = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"
                        + "x".repeat(200_000))
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(body, new Random(1))).hasMessage("The form ends early");
    }

    @Test
    void headersHaveAnEnd() {
        byte[] body = ("--" + BOUNDARY + "\r\nX: " + "x".repeat(200_000)).getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(body, new Random(1))).hasMessage("The headers of a part are too long");
    }

    @Test
    void aBodyThatLooksLikeItsDelimiterAgainAndAgainTakesNoLongerThanAnother() throws IOException {
        String boundary = "-".repeat(70);
        byte[] body = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n"
                        + ("\r\n" + "-".repeat(71)).repeat(100_000) + "\r\n--" + boundary + "--")
                .getBytes(StandardCharsets.ISO_8859_1);
        long start = System.nanoTime();

        assertThat(read("multipart/form-data; boundary=" + boundary, new ByteArrayInputStream(body), new Random(1)))
                .singleElement()
                .satisfies(part -> assertThat(part.content()).hasSize(7_300_000));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=a;b",
                "multipart/mixed; boundary=x"
            })
    void whatIsNoSuchFormIsNotOne(String contentType) {
        assertThat(Multipart.of(List.of(contentType), InputStream.nullInputStream()))
                .isNull();
    }

    private static byte[] nearMisses(Random random) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int length = random.nextInt(random.nextInt(10) == 0 ? 200_000 : 200);
        while (content.size() < length) {
            switch (random.nextInt(6)) {
                case 0 -> content.writeBytes("\r\n--".getBytes(StandardCharsets.ISO_8859_1));
                case 1 ->
                    content.writeBytes(("\r\n--" + BOUNDARY.substring(0, random.nextInt(BOUNDARY.length())) + "y")
                            .getBytes(StandardCharsets.ISO_8859_1));
                case 2 -> content.write('\r');
                default -> {
                    byte[] some = new byte[1 + random.nextInt(2000)];
                    random.nextBytes(some);
                    content.writeBytes(some);
                }
            }
        }
        return content.toByteArray();
    }

    private static List<Got> read(byte[] body, Random random) throws IOException {
        return read("multipart/form-data; boundary=" + BOUNDARY, new ByteArrayInputStream(body), random);
    }

    private static List<Got> read(String contentType, InputStream body, Random random) throws IOException {
        Multipart form = Objects.requireNonNull(Multipart.of(List.of(contentType), new Dripping(body, random)));
        List<Got> all = new ArrayList<>();
        for (Multipart.Part part = form.next(); part != null; part = form.next()) {
            all.add(new Got(part.name(), new String(part.content().readAllBytes(), StandardCharsets.ISO_8859_1)));
        }
        return all;
    }

    /** Comes in pieces of any length. */
    private static final class Dripping extends InputStream {
        private final InputStream whole;
        private final Random random;

        Dripping(InputStream whole, Random random) {
            this.whole = whole;
            this.random = random;
        }

        @Override
        public int read() throws IOException {
            return whole.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int most = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : length;
            return whole.read(into, offset, Math.min(most, length));
        }
    }
}
