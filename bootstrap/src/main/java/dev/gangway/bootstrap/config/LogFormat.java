package dev.gangway.bootstrap.config;

/** How a log line looks. */
public enum LogFormat {
    /** One JSON object a line, for machines. */
    JSON,
    /** For people. */
    TEXT
}
