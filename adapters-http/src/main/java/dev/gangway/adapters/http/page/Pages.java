package dev.gangway.adapters.http.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * Every page as HTML. One method per page; each takes the {@link PageFrame} that surrounds it and the page's own view,
 * and returns a whole document, except {@link #reportStatus}, which returns the fragment that the report swaps while
 * sources are importing. Thread-safe.
 */
public final class Pages {

    private static final String TEMPLATES = "dev.gangway.adapters.http.templates";

    private final Assets assets;
    private final String operator;
    private final TemplateEngine engine;

    private Pages(Assets assets, String operator) {
        this.assets = assets;
        this.operator = operator;
        this.engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, TEMPLATES);
    }

    /**
     * The pages of one operator.
     *
     * @param assets what the pages link to
     * @param operator the name of the company that runs this Gangway, as its users know it
     */
    public static Pages of(Assets assets, String operator) {
        return new Pages(assets, operator);
    }

    /** The landing page, for a signed-in user. */
    public String report(PageFrame frame, ReportView view, SharingView sharing) {
        return fill("report.jte", Map.of("chrome", chrome(frame), "view", view, "sharing", sharing));
    }

    /** The part of the report that changes while sources are importing, for {@code GET /report/status}. */
    public String reportStatus(ReportView view) {
        return fill("live.jte", Map.of("view", view));
    }

    /** What the user holds. */
    public String holdings(PageFrame frame, HoldingsView view) {
        return page("holdings.jte", frame, view);
    }

    /** Gains by tax year. */
    public String gains(PageFrame frame, GainsView view) {
        return page("gains.jte", frame, view);
    }

    /** A page of the ledger. */
    public String ledger(PageFrame frame, LedgerView view) {
        return page("ledger.jte", frame, view);
    }

    /** The page that takes a new key for a source. */
    public String replaceKey(PageFrame frame, KeyView view) {
        return page("key.jte", frame, view);
    }

    /** The page that takes a file. */
    public String upload(PageFrame frame, UploadView view) {
        return page("upload.jte", frame, view);
    }

    /** What is in a file. */
    public String uploadPreview(PageFrame frame, UploadPreviewView view) {
        return page("upload-preview.jte", frame, view);
    }

    /** One button between a sign-in link and its use. */
    public String continueHandoff(PageFrame frame, ContinueView view) {
        return page("continue.jte", frame, view);
    }

    /** Somebody else is signed in on this browser. */
    public String switchUser(PageFrame frame, SwitchView view) {
        return page("switch.jte", frame, view);
    }

    /** A sign-in link that does not open. */
    public String deadLink(PageFrame frame, DeadLinkView view) {
        return page("dead-link.jte", frame, view);
    }

    /** There is no such page. */
    public String notFound(PageFrame frame) {
        return fill("not-found.jte", Map.of("chrome", chrome(frame)));
    }

    /** A request that could not be answered. */
    public String error(PageFrame frame, ErrorView view) {
        return page("error.jte", frame, view);
    }

    /** The front page, which says what this is and that people arrive here from their exchange. */
    public String home(PageFrame frame) {
        return fill("home.jte", Map.of("chrome", chrome(frame)));
    }

    /** The farewell after signing out. */
    public String signedOut() {
        return fill("signed-out.jte", Map.of("chrome", chrome(PageFrame.anonymous())));
    }

    private String page(String template, PageFrame frame, Object view) {
        return fill(template, Map.of("chrome", chrome(frame), "view", view));
    }

    private String fill(String template, Map<String, Object> parameters) {
        TemplateOutput output = new StringOutput();
        engine.render(template, parameters, output);
        return output.toString().strip();
    }

    private Chrome chrome(PageFrame frame) {
        return new Chrome(
                operator,
                frame,
                assets.path("gangway.css"),
                assets.path("live.js"),
                assets.path("later.js"),
                assets.path("favicon.svg"));
    }
}
