package dev.gangway.architecture.seeded.application;

import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON in the application. */
public record Parses(ObjectMapper mapper) {}
