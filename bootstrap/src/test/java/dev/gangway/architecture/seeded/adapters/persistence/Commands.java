package dev.gangway.architecture.seeded.adapters.persistence;

import picocli.CommandLine;

/** The command line outside bootstrap. */
public record Commands(CommandLine line) {}
