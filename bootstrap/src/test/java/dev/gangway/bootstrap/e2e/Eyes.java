package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a page as people do: in the light and in the dark, at a desk and on a small phone, with good eyes and with a
 * screen reader. With {@code -Dgangway.screenshots=FOLDER} it also takes pictures.
 */
final class Eyes {
    private static final int PHONE = 360;
    private static final @Nullable String PICTURES = System.getProperty("gangway.screenshots");
    private static final String AXE = axe();
    private static final Set<String> SEEN = new HashSet<>();

    /** What fails whom: serious and critical violations of WCAG 2.1 AA, where they are and what they cost. */
    private static final String VIOLATIONS = """
            async () => (await axe.run(document, { preload: false, resultTypes: ["violations"] })).violations
                .filter((found) => ["serious", "critical"].includes(found.impact))
                .map((found) => found.id + " at " + found.nodes.map((node) => node.target + " (" + node.failureSummary + ")"))
            """;

    private Eyes() {}

    /** The page is legible, usable with a screen reader, and fits on a phone. Once in a run is enough for each. */
    static void inspect(Page page, String name) {
        if (!SEEN.add(name)) {
            return;
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.evaluate(AXE);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat((List<?>) page.evaluate(VIOLATIONS))
                    .as("what is inaccessible on %s, %s", name, scheme)
                    .isEmpty();
            take(page, name + "-desktop-" + scheme);
        }
        page.setViewportSize(PHONE, 740);
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            take(page, name + "-phone-" + scheme);
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("how wide %s is on a phone", name)
                .isEqualTo(PHONE);
        page.setViewportSize(1280, 900);
    }

    private static void take(Page page, String name) {
        if (PICTURES != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(PICTURES, name.toLowerCase(Locale.ROOT) + ".png"))
                    .setFullPage(true));
        }
    }

    private static String axe() {
        try (InputStream script = Eyes.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new AssertionError("axe.min.js is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
