package dev.gangway.architecture.seeded.adapters.crypto;

import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON in the crypto room. */
public record Parses(ObjectMapper mapper) {}
