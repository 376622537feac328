package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A person with a browser profile of their own, in which everything that goes wrong is written down. */
final class Surfer implements AutoCloseable {
    /** In milliseconds, as Playwright counts. */
    static final double PATIENCE = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> documents = new ArrayList<>();
    private final Set<String> origins = new TreeSet<>();

    private Surfer(Browser.NewContextOptions options) {
        context = Chromium.browser().newContext(options.setLocale("en-GB").setViewportSize(1280, 900));
        context.setDefaultTimeout(PATIENCE);
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> complaints.add("script: " + error.error()));
        context.onRequest(this::see);
        context.onResponse(this::see);
        context.onRequestFailed(this::miss);
        page = context.newPage();
    }

    static Surfer withJavaScript() {
        return new Surfer(new Browser.NewContextOptions());
    }

    static Surfer withoutJavaScript() {
        return new Surfer(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    private void hear(ConsoleMessage message) {
        boolean bad = message.type().equals("error") || message.type().equals("warning");
        // which answers are errors is seen in the answers themselves
        if (bad && !message.text().startsWith("Failed to load resource")) {
            complaints.add("console: " + message.text());
        }
    }

    private void see(Request request) {
        URI uri = URI.create(request.url());
        origins.add(uri.getScheme() + "://" + uri.getAuthority());
    }

    private void see(Response response) {
        Request request = response.request();
        if (request.isNavigationRequest()) {
            documents.add(response.status() + " " + URI.create(response.url()).getPath());
        } else if (response.status() >= 400) {
            complaints.add(response.status() + " of " + response.url());
        }
    }

    private void miss(Request request) {
        // leaving a page ends what it was asking for
        if (!"net::ERR_ABORTED".equals(request.failure())) {
            complaints.add(request.failure() + " of " + request.url());
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Opens an address and returns the answer that it came to. */
    Response open(URI address) {
        Response response = page.navigate(address.toString());
        assertThat(response).isNotNull();
        return response;
    }

    /** What documents were answered with since this was last asked, such as {@code 200 /report}. */
    List<String> documents() {
        List<String> seen = List.copyOf(documents);
        documents.clear();
        return seen;
    }

    /** The heading of the page. */
    String heading() {
        return page.locator("h1").innerText();
    }

    /** Presses a button, and is on the next page when this returns. */
    void press(String button) {
        page.locator("button", new Page.LocatorOptions().setHasText(button)).click();
    }

    /** The session's cookie. */
    List<Cookie> cookies() {
        return context.cookies();
    }

    /** Nothing went wrong, and nobody was talked to but these. */
    void assertUndisturbed(URI... servers) {
        assertThat(complaints).as("what the browser complained of").isEmpty();
        assertThat(origins)
                .as("whom the browser talked to")
                .isSubsetOf(List.of(servers).stream().map(URI::toString).toList());
    }

    @Override
    public void close() {
        context.close();
    }
}
