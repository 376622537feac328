package dev.gangway.adapters.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

    private static final Assets ASSETS = Assets.load();

    static Stream<String> names() {
        return Assets.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void isFoundUnderThePathThatPagesLinkToAndMayBeKeptForEver(String name) {
        Asset asset = ASSETS.find(ASSETS.path(name)).orElseThrow();

        assertThat(asset.bytes()).isNotEmpty();
        assertThat(asset.etag()).matches("\"[0-9a-f]{16}\"");
        assertThat(ASSETS.path(name)).contains(asset.etag().replace("\"", ""));
        assertThat(asset.cacheControl()).isEqualTo("public, max-age=31536000, immutable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gangway.0000000000000000.css", "/assets/gangway.css"})
    void underAnotherVersionsHashOrNoneItIsServedButNotKept(String path) {
        assertThat(ASSETS.find(path).orElseThrow().cacheControl()).isEqualTo("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/",
                "/assets/nothing.css",
                "/assets/gangway.js",
                "/assets/../web/gangway.css",
                "/assets/gangway.css/",
                "/gangway.css",
                "/assets/GANGWAY.css"
            })
    void nothingElseIsFound(String path) {
        assertThat(ASSETS.find(path)).isEmpty();
    }

    @Test
    void aPageCannotLinkToWhatIsNotThere() {
        assertThatThrownBy(() -> ASSETS.path("missing.css")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("names")
    void reachesOutToNobody(String name) {
        String text = new String(ASSETS.find(ASSETS.path(name)).orElseThrow().bytes(), UTF_8)
                .replace("http://www.w3.org/2000/svg", "");

        assertThat(text).doesNotContain("http:", "https:", "//fonts", "@import", "url(");
    }
}
