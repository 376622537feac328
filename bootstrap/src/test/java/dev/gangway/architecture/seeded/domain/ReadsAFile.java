package dev.gangway.architecture.seeded.domain;

import java.nio.file.Path;

/** I/O in the domain. */
public record ReadsAFile(Path path) {}
