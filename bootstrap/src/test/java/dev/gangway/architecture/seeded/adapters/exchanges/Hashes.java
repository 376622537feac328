package dev.gangway.architecture.seeded.adapters.exchanges;

import java.security.MessageDigest;

/** A hash outside the crypto room. */
public record Hashes(MessageDigest digest) {}
