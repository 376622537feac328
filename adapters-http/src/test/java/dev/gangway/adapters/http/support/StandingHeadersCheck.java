package dev.gangway.adapters.http.support;

import static org.assertj.core.api.Assertions.assertThat;

/** What every answer carries, errors and redirects included. */
final class StandingHeadersCheck {
    private StandingHeadersCheck() {}

    static void of(Reply reply) {
        assertThat(reply.header("Content-Security-Policy"))
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "form-action 'self'",
                        "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(reply.header("X-Request-Id")).matches("[A-Za-z0-9._-]{1,128}");
        assertThat(reply.header("Cache-Control")).isNotNull();
        assertThat(reply.header("Server")).isNull();
        assertThat(reply.header("X-Powered-By")).isNull();
        assertThat(reply.headers("Access-Control-Allow-Origin")).isEmpty();
        if (reply.status() == 401) {
            assertThat(reply.header("WWW-Authenticate")).contains("realm=\"gangway\"");
        }
        if (reply.status() == 405) {
            assertThat(reply.header("Allow")).isNotBlank();
        }
        if (reply.status() == 429) {
            assertThat(reply.header("Retry-After")).matches("[1-9][0-9]*");
        }
    }
}
