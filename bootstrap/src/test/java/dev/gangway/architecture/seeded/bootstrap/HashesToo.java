package dev.gangway.architecture.seeded.bootstrap;

import java.security.MessageDigest;

/** A hash in bootstrap, which has a port for that. */
public record HashesToo(MessageDigest digest) {}
