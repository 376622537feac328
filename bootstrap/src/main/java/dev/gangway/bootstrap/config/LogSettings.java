package dev.gangway.bootstrap.config;

/**
 * How the log looks.
 *
 * @param format of a line
 * @param level the least that is logged, lower-case
 */
public record LogSettings(LogFormat format, String level) {}
