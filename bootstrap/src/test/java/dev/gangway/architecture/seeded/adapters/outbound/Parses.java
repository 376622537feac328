package dev.gangway.architecture.seeded.adapters.outbound;

import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON where documents are fetched and not read. */
public record Parses(ObjectMapper mapper) {}
