package dev.gangway.adapters.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    private static final Pages PAGES = Pages.of(Assets.load(), "Gangway");

    static Stream<String> samples() {
        return Samples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isAWholeDocument(String name) {
        assertThat(html(name)).startsWith("<!doctype html>").contains("<html lang=\"en\">", "<title>", "viewport");
    }

    private static String html(String name) {
        return java.util.Objects.requireNonNull(Samples.all().get(name)).apply(PAGES);
    }
}
