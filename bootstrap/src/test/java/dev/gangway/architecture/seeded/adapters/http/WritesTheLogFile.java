package dev.gangway.architecture.seeded.adapters.http;

import ch.qos.logback.classic.LoggerContext;

/** The logging back end outside bootstrap. */
public record WritesTheLogFile(LoggerContext context) {}
