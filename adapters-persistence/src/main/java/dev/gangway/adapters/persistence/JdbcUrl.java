package dev.gangway.adapters.persistence;

import dev.gangway.domain.shared.Ascii;

/** Completes JDBC URLs with what this package relies on; what a URL says itself stays. */
final class JdbcUrl {
    private JdbcUrl() {}

    static String normalised(String url) {
        return SqlDialect.of(url) == SqlDialect.H2 ? h2(url) : url;
    }

    private static String h2(String url) {
        StringBuilder complete = new StringBuilder(url);
        add(complete, "MODE", "PostgreSQL");
        add(complete, "DATABASE_TO_LOWER", "TRUE");
        add(complete, "DEFAULT_NULL_ORDERING", "HIGH");
        add(complete, "LOCK_TIMEOUT", "10000");
        // a log file of its own, beside the database and past every redaction, and stack traces where it cannot be
        // written
        add(complete, "TRACE_LEVEL_FILE", "0");
        // more than a registration has statements
        add(complete, "QUERY_CACHE_SIZE", "64");
        String place = url.substring("jdbc:h2:".length());
        boolean remote = place.startsWith("tcp:") || place.startsWith("ssl:");
        boolean inMemory = place.startsWith("mem:") || place.startsWith("nio") || place.startsWith("zip:");
        if (!inMemory) {
            // an acknowledged commit survives a kill
            add(complete, "WRITE_DELAY", "0");
        }
        if (!inMemory && !remote) {
            // the command line works beside a running server
            add(complete, "AUTO_SERVER", "TRUE");
        }
        return complete.toString();
    }

    private static void add(StringBuilder url, String setting, String value) {
        if (!Ascii.upper(url.toString()).contains(';' + setting + '=')) {
            url.append(';').append(setting).append('=').append(value);
        }
    }
}
