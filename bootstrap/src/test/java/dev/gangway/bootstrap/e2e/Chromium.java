package dev.gangway.bootstrap.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The real browser, one per JVM. A machine without it has not passed these tests, so they fail there. */
final class Chromium {
    private static final Path PROGRAM = Path.of(System.getProperty("gangway.chromium", "/usr/bin/chromium"));
    private static @Nullable Browser running;

    private Chromium() {}

    static synchronized Browser browser() {
        Browser browser = running == null ? launch() : running;
        running = browser;
        return browser;
    }

    private static Browser launch() {
        if (!Files.isExecutable(PROGRAM)) {
            throw new AssertionError("The browser tests need Chromium at " + PROGRAM
                    + ": install Debian's package chromium, or say where it is with -Dgangway.chromium=PATH.");
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "close-chromium"));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }
}
