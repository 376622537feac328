package dev.gangway.adapters.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pair of colours that the style sheet puts together is legible (WCAG 2.2 AA), by day and by night. */
class PaletteTest {

    private static final double TEXT = 4.5;
    private static final double OUTLINE = 3;

    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, surface",
        "ink, sunken",
        "ink, ok-soft",
        "ink-soft, paper",
        "ink-soft, surface",
        "ink-soft, sunken",
        "on-accent, accent",
        "on-accent, accent-strong",
        "accent, paper",
        "ok, ok-soft",
        "busy, busy-soft",
        "warn, warn-soft",
        "bad, bad-soft",
    })
    void textIsLegible(String text, String ground) {
        assertContrast(text, ground, TEXT);
    }

    @ParameterizedTest
    @CsvSource({"line-strong, surface", "line-strong, paper", "focus, paper", "focus, surface", "busy, busy-soft"})
    void outlinesAreVisible(String line, String ground) {
        assertContrast(line, ground, OUTLINE);
    }

    private static void assertContrast(String one, String other, double least) {
        String css = new String(
                Assets.load().find("/assets/gangway.css").orElseThrow().bytes(), UTF_8);
        int night = css.indexOf("@media (prefers-color-scheme: dark)");
        Map<String, Double> light = luminances(css.substring(0, night));
        Map<String, Double> dark = luminances(css.substring(night));

        assertThat(contrast(light, one, other)).as("by day").isGreaterThanOrEqualTo(least);
        assertThat(contrast(dark, one, other)).as("by night").isGreaterThanOrEqualTo(least);
    }

    private static double contrast(Map<String, Double> palette, String one, String other) {
        double a = Objects.requireNonNull(palette.get(one), one) + 0.05;
        double b = Objects.requireNonNull(palette.get(other), other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static Map<String, Double> luminances(String css) {
        Map<String, Double> byName = new HashMap<>();
        for (MatchResult colour : COLOUR.matcher(css).results().toList()) {
            byName.put(colour.group(1), luminance(Integer.parseInt(colour.group(2), 16)));
        }
        return byName;
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
