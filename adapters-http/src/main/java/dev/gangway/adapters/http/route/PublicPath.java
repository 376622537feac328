package dev.gangway.adapters.http.route;

/** Every address that answers without knowing who asks. Adding one here is a decision about security. */
public enum PublicPath {
    /** The front page. */
    HOME("GET", "/"),
    /** A redirect link, opened; its signature and its single use are its protection. */
    LINK("GET", "/r/{token}"),
    /** A redirect link, confirmed; the page's form token is needed too. */
    LINK_CONFIRMED("POST", "/r/{token}"),
    /** The farewell. */
    SIGNED_OUT("GET", "/signed-out"),
    /** Style sheet, script, pictures. */
    ASSET("GET", "/assets/{name}"),
    /** The icon that browsers ask for unasked. */
    FAVICON("GET", "/favicon.ico"),
    /** What crawlers are to leave alone. */
    ROBOTS("GET", "/robots.txt"),
    /** The description of the API. */
    OPENAPI("GET", "/openapi.yaml"),
    /** Whether the process answers. */
    LIVE("GET", "/health/live"),
    /** Whether it can do its work. */
    READY("GET", "/health/ready"),
    /** Leads to the demo's exchange, where there is a demo. */
    DEMO("GET", "/demo");

    private final String method;
    private final String path;

    PublicPath(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** The method. */
    public String method() {
        return method;
    }

    /** Whether an address may ask for it only so often: not what browsers and probes fetch by themselves, which is cheap. */
    boolean isLimited() {
        return switch (this) {
            case HOME, LINK, LINK_CONFIRMED, SIGNED_OUT, OPENAPI, DEMO -> true;
            case ASSET, FAVICON, ROBOTS, LIVE, READY -> false;
        };
    }

    /** The path's template. */
    public String path() {
        return path;
    }
}
