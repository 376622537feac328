package dev.gangway.bootstrap.testkit;

import dev.gangway.bootstrap.demo.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;

/** A user who follows a link and looks at the report. */
public final class Landing implements AutoCloseable {
    private final Browser browser = new Browser();
    private final String baseUrl;

    /** @param baseUrl of the node whose pages the user sees */
    public Landing(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Follows a link that was made by any node, at this one. */
    public HttpResponse<String> follow(String redirectUrl) {
        return get(redirectUrl.substring(redirectUrl.indexOf("/r/")), true);
    }

    /** Whether the report says that everything is here. */
    public boolean isPopulated() {
        HttpResponse<String> status = get("/report/status", false);
        return status.statusCode() == 200
                && status.body().contains("data-live=\"done\"")
                && status.body().contains("Up to date");
    }

    /** The report's page. */
    public String report() {
        return get("/report", true).body();
    }

    private HttpResponse<String> get(String path, boolean navigation) {
        URI address = URI.create(baseUrl + path);
        try {
            return navigation ? browser.navigate(address) : browser.fetch(address, "text/html");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        browser.close();
    }
}
