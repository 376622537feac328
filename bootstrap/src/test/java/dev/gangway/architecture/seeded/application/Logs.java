package dev.gangway.architecture.seeded.application;

import org.slf4j.Logger;

/** A library in the application; the allow-list finds it too. */
public record Logs(Logger log) {}
