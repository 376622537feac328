package dev.gangway.adapters.http.route;

/** A method at an address and what answers it. */
public sealed interface Route permits SecuredRoute, PublicRoute {
    /** The HTTP method; a GET answers HEAD too. */
    String method();

    /** The path's template, such as {@code /r/{token}}. */
    String path();

    /** The media type of its answers, which {@code Accept} must allow; empty for a route that serves whoever asks. */
    String produces();
}
